package ca.balise.kit.store.idempotency;

import ca.balise.kit.http.problem.CommonProblem;
import ca.balise.kit.http.problem.Problem;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jspecify.annotations.Nullable;

/**
 * Documents {@code Idempotency-Key}, its two refusals and the mark of a replay on the operations that are {@link Idempotent} or
 * {@link IdempotentStream}.
 */
@OpenApiFilter(stages = RunStage.BUILD, priority = 100) // before the examples of what it states
public class IdempotentContract implements OASFilter {

    private static final DotName OPERATION =
            DotName.createSimple("org.eclipse.microprofile.openapi.annotations.Operation");

    private final Set<String> idempotent;

    public IdempotentContract(IndexView index) {
        this.idempotent = Stream.of(Idempotent.class, IdempotentStream.class)
                .flatMap(kind -> index.getAnnotations(DotName.createSimple(kind)).stream())
                .map(AnnotationInstance::target)
                .filter(target -> target.kind() == AnnotationTarget.Kind.METHOD)
                .map(target -> target.asMethod().annotation(OPERATION))
                .filter(Objects::nonNull)
                .map(operation -> operation.value("operationId"))
                .filter(Objects::nonNull)
                .map(AnnotationValue::asString)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public @Nullable Operation filterOperation(Operation operation) {
        if (operation.getOperationId() != null && idempotent.contains(operation.getOperationId())) {
            document(operation);
        }
        return operation;
    }

    private static void document(Operation operation) {
        operation.addParameter(OASFactory.createParameter()
                .name(IdempotencyKey.HEADER)
                .in(Parameter.In.HEADER)
                .description(
                        "A key of the caller’s choice, new for each thing to be created. The same request sent again with it within 24 hours is not done again, and gets the first answer.")
                .example("019b76da-a800-7631-8876-a602c58ed0db")
                .schema(OASFactory.createSchema()
                        .addType(Schema.SchemaType.STRING)
                        .minLength(1)
                        .maxLength(255)
                        .pattern("^[\\x21-\\x7e]+$")));
        for (Map.Entry<String, APIResponse> answer :
                operation.getResponses().getAPIResponses().entrySet()) {
            if (answer.getKey().equals("201") || answer.getKey().equals("202")) {
                answer.getValue()
                        .addHeader(
                                IdempotentAnswer.REPLAYED,
                                OASFactory.createHeader()
                                        .description(
                                                "true, if this is the answer to an earlier request with the same key.")
                                        .schema(OASFactory.createSchema().addType(Schema.SchemaType.BOOLEAN)));
            }
        }
        refusal(operation, CommonProblem.IDEMPOTENCY_KEY_IN_FLIGHT);
        refusal(operation, CommonProblem.IDEMPOTENCY_KEY_REUSED);
    }

    /** Beside whatever else the operation refuses with the same status. */
    private static void refusal(Operation operation, CommonProblem problem) {
        String status = Integer.toString(problem.status());
        APIResponse stated = operation.getResponses().getAPIResponse(status);
        String title = problem.title().en();
        operation
                .getResponses()
                .addAPIResponse(
                        status,
                        OASFactory.createAPIResponse()
                                .description(
                                        stated == null || stated.getDescription() == null
                                                ? title
                                                : stated.getDescription() + ". " + title)
                                .content(OASFactory.createContent()
                                        .addMediaType(
                                                Problem.MEDIA_TYPE,
                                                OASFactory.createMediaType()
                                                        .schema(OASFactory.createSchema()
                                                                .ref("Problem")))));
    }
}
