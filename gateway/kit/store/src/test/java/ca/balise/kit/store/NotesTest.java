package ca.balise.kit.store;

import ca.balise.kit.testing.PostgresTestResource;
import ca.balise.kit.testing.TokenTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A test of the store on its own database, with a service that keeps notes, and the tokens of the tests. */
@QuarkusTest
@QuarkusTestResource(TokenTestResource.class)
@QuarkusTestResource(
        value = PostgresTestResource.class,
        initArgs = @ResourceArg(name = "database", value = NotesTest.DATABASE))
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface NotesTest {

    String DATABASE = "store";
}
