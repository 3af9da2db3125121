package cadre.service.trace.web;

import cadre.service.trace.Visit;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import java.util.Arrays;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.method.HandlerMethod;

/** Describes the parameter by which who reads results says why. */
@Component
final class WhyDescription implements OperationCustomizer {
    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        boolean visits = Arrays.stream(handler.getMethodParameters())
                .anyMatch(parameter -> parameter.getParameterType().equals(Visit.class));
        PostMapping post = handler.getMethodAnnotation(PostMapping.class);
        boolean makes = post != null && post.consumes().length > 0;
        return visits && !makes
                ? operation.addParametersItem(new QueryParameter()
                        .name("why")
                        .description("Why the result is read, 1 to 1000 characters; its cadre can see it")
                        .schema(new StringSchema()))
                : operation;
    }
}
