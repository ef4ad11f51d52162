package ca.balise.kit.http.problem;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a request whose Accept header names nothing that the operation produces. The framework does so only where a path has one
 * operation; where several share it, it would do the work and answer in a type nobody asked for.
 */
public class AcceptFilter {

    @ServerRequestFilter
    public void requireAcceptable(ContainerRequestContext request, SimpleResourceInfo resource)
            throws NoSuchMethodException {
        String[] produced = produced(resource);
        if (produced == null) {
            return;
        }
        boolean acceptable = request.getAcceptableMediaTypes().stream()
                .anyMatch(accepted ->
                        Arrays.stream(produced).anyMatch(type -> accepted.isCompatible(MediaType.valueOf(type))));
        if (!acceptable) {
            throw new ProblemException(CommonProblem.NOT_ACCEPTABLE);
        }
    }

    private static String @Nullable [] produced(SimpleResourceInfo resource) throws NoSuchMethodException {
        Class<?> type = resource.getResourceClass();
        Produces onMethod = type.getMethod(resource.getMethodName(), resource.parameterTypes())
                .getAnnotation(Produces.class);
        Produces declared = onMethod == null ? type.getAnnotation(Produces.class) : onMethod;
        return declared == null ? null : declared.value();
    }
}
