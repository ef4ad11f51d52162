package ca.balise.kit.http.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which methods an address takes, for the header {@code Allow} that a 405 must carry (RFC 9110 §15.5.6). The framework knows them and
 * does not tell.
 */
@ApplicationScoped
public class AllowedMethods {

    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]*}");

    private final List<Operation> operations;

    /** One operation: a form of addresses, and the method it takes there. */
    private record Operation(Pattern address, String method) {}

    AllowedMethods(BeanManager beans) {
        this.operations = beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(Bean::getBeanClass)
                .flatMap(resource -> operationsOf(resource).stream())
                .toList();
    }

    private static List<Operation> operationsOf(Class<?> resource) {
        Path root = resource.getAnnotation(Path.class);
        List<Operation> operations = new ArrayList<>();
        if (root != null) {
            for (Method method : resource.getMethods()) {
                String verb = verbOf(method);
                if (verb != null) {
                    operations.add(new Operation(form(root, method.getAnnotation(Path.class)), verb));
                }
            }
        }
        return operations;
    }

    private static @Nullable String verbOf(Method method) {
        for (Annotation annotation : method.getAnnotations()) {
            HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (verb != null) {
                return verb.value();
            }
        }
        return null;
    }

    private static Pattern form(Path root, @Nullable Path further) {
        String template = root.value() + "/" + (further == null ? "" : further.value());
        String form = VARIABLE.splitAsStream("/" + template + "/")
                .map(literal -> Pattern.quote(literal.replaceAll("/+", "/")))
                .collect(Collectors.joining("[^/]+"));
        return Pattern.compile(form);
    }

    /**
     * The methods, as {@code Allow} lists them; empty if no operation has such an address.
     *
     * @param address the path of a request
     */
    String at(String address) {
        Set<String> methods = new TreeSet<>();
        String whole = ("/" + address + "/").replaceAll("/+", "/");
        for (Operation operation : operations) {
            if (operation.address().matcher(whole).matches()) {
                methods.add(operation.method());
            }
        }
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        return String.join(", ", methods);
    }
}
