package ca.balise.kit.testing;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.metaAnnotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;

/**
 * The house of a service, as rules: feature folders first, layers inside; {@code Resource → use case → model} and
 * {@code use case → store → model}, one way only. A service runs them all from a plain test over
 * {@code @EnumSource(LayerRule.class)}.
 */
public enum LayerRule {
    /** Every rule and formula runs without a framework. */
    MODEL_IS_PLAIN_JAVA {
        @Override
        ArchRule of(String service) {
            return classes()
                    .that()
                    .resideInAPackage(service + "..model..")
                    .should()
                    .onlyDependOnClassesThat(resideInAnyPackage(
                            "java..",
                            "javax.crypto..",
                            "org.jspecify..",
                            "ca.balise.kit.reasoning..",
                            service + "..model.."));
        }
    },
    /** The same facts and date always give the same answer: time comes in as an argument or a {@code Clock}. */
    MODEL_READS_NO_CLOCK {
        @Override
        ArchRule of(String service) {
            return noClasses()
                    .that()
                    .resideInAPackage(service + "..model..")
                    .should()
                    .callMethodWhere(readsTheSystemClock());
        }
    },
    /** A resource is HTTP in and out; what it calls does not know that it is called over HTTP. */
    NOTHING_KNOWS_A_RESOURCE {
        @Override
        ArchRule of(String service) {
            return noClasses().that(not(belongToAResource())).should().dependOnClassesThat(belongToAResource());
        }
    },
    /** A resource reads and writes through a use case, so that a decision is taken in one place. */
    RESOURCE_KNOWS_NO_STORE {
        @Override
        ArchRule of(String service) {
            return noClasses()
                    .that(belongToAResource())
                    .should()
                    .dependOnClassesThat(resideInAPackage(service + "..store.."));
        }
    },
    /** A model is stored; it does not know how. */
    STORE_KNOWS_ONLY_MODEL {
        @Override
        ArchRule of(String service) {
            return noClasses()
                    .that()
                    .resideInAPackage(service + "..store..")
                    .should()
                    .dependOnClassesThat(resideInAPackage(service + "..")
                            .and(not(resideInAnyPackage(service + "..store..", service + "..model.."))));
        }
    },
    /** Features meet through use cases, never through each other's tables. */
    STORE_SERVES_ITS_OWN_FEATURE {
        @Override
        ArchRule of(String service) {
            return classes().that().resideInAPackage(service + ".(*)..").should(useTheStoreOfNoOtherFeature(service));
        }
    },
    /** A feature can be read, and removed, without half of the others. */
    FEATURES_HAVE_NO_CYCLES {
        @Override
        ArchRule of(String service) {
            return slices().matching(service + ".(*)..").should().beFreeOfCycles();
        }
    },
    /** A permission stands on the operation it permits; silence is not one. */
    OPERATION_STATES_ITS_PERMISSION {
        @Override
        ArchRule of(String service) {
            return methods()
                    .that(metaAnnotatedWith("jakarta.ws.rs.HttpMethod"))
                    .should()
                    .beAnnotatedWith("jakarta.annotation.security.RolesAllowed")
                    .orShould()
                    .beAnnotatedWith("jakarta.annotation.security.PermitAll")
                    .orShould()
                    .beAnnotatedWith("io.quarkus.security.Authenticated");
        }
    },
    /** A line at ERROR calls a person, so it is written in one place, about a fault of ours; all else is a warning at most. */
    ONLY_THE_KIT_CALLS_A_PERSON {
        @Override
        ArchRule of(String service) {
            return noClasses()
                    .that()
                    .doNotHaveFullyQualifiedName("ca.balise.kit.http.problem.FailureLog")
                    .should()
                    .callMethodWhere(logsAnError())
                    .orShould()
                    .accessFieldWhere(namesALevelOfErrors());
        }
    },
    /** What answers HTTP is called a resource, so that the other rules see it and so does a newcomer. */
    RESOURCE_IS_NAMED_SO {
        @Override
        ArchRule of(String service) {
            return classes().that(annotatedWith("jakarta.ws.rs.Path")).should().haveSimpleNameEndingWith("Resource");
        }
    };

    abstract ArchRule of(String service);

    /**
     * Checks the rule over a service's main classes.
     *
     * @param service the root package, for example {@code ca.balise.deid}
     * @throws AssertionError if a class breaks the rule, or if the package holds no class at all
     */
    public void check(String service) {
        check(
                service,
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages(service));
    }

    void check(String service, JavaClasses classes) {
        if (classes.isEmpty()) {
            throw new AssertionError("no classes under " + service + ": the rule would prove nothing");
        }
        // A young service may have no store yet; that the rules fire at all is proved on broken fixtures.
        of(service).allowEmptyShould(true).check(classes);
    }

    private static DescribedPredicate<JavaClass> belongToAResource() {
        return DescribedPredicate.describe(
                "are a resource or part of one",
                type -> isResource(type)
                        || type.getEnclosingClass()
                                .filter(LayerRule::isResource)
                                .isPresent());
    }

    private static boolean isResource(JavaClass type) {
        return type.isAnnotatedWith("jakarta.ws.rs.Path")
                || type.getSimpleName().endsWith("Resource");
    }

    private static DescribedPredicate<JavaMethodCall> readsTheSystemClock() {
        Set<String> clocks =
                Set.of("systemUTC", "systemDefaultZone", "system", "tickSeconds", "tickMinutes", "tickMillis");
        return DescribedPredicate.describe("reads the system clock", call -> {
            MethodCallTarget target = call.getTarget();
            String owner = target.getOwner().getName();
            return switch (target.getName()) {
                case "now" ->
                    owner.startsWith("java.time.")
                            && target.getRawParameterTypes().stream()
                                    .noneMatch(type -> type.isEquivalentTo(java.time.Clock.class));
                case "currentTimeMillis", "nanoTime" -> owner.equals("java.lang.System");
                default -> owner.equals("java.time.Clock") && clocks.contains(target.getName());
            };
        });
    }

    private static DescribedPredicate<JavaMethodCall> logsAnError() {
        return DescribedPredicate.describe("logs at ERROR or worse", call -> {
            String owner = call.getTarget().getOwner().getName();
            String method = call.getTarget().getName();
            return switch (owner) {
                case "org.jboss.logging.Logger", "org.jboss.logging.BasicLogger", "io.quarkus.logging.Log" ->
                    method.startsWith("error") || method.startsWith("fatal");
                case "java.util.logging.Logger" -> method.equals("severe");
                default -> false;
            };
        });
    }

    private static DescribedPredicate<JavaFieldAccess> namesALevelOfErrors() {
        Set<String> levels = Set.of("ERROR", "FATAL", "SEVERE");
        return DescribedPredicate.describe(
                "names a level of errors",
                access -> levels.contains(access.getTarget().getName())
                        && access.getTarget().getOwner().getSimpleName().equals("Level"));
    }

    private static ArchCondition<JavaClass> useTheStoreOfNoOtherFeature(String service) {
        return new ArchCondition<>("use the store of no other feature") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                String feature = featureOf(service, type);
                type.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> isStore(service, dependency.getTargetClass()))
                        .filter(dependency ->
                                !featureOf(service, dependency.getTargetClass()).equals(feature))
                        .forEach(dependency ->
                                events.add(SimpleConditionEvent.violated(type, dependency.getDescription())));
            }
        };
    }

    private static boolean isStore(String service, JavaClass type) {
        return resideInAPackage(service + "..store..").test(type);
    }

    private static String featureOf(String service, JavaClass type) {
        String inside =
                type.getPackageName().substring(Math.min(type.getPackageName().length(), service.length() + 1));
        int dot = inside.indexOf('.');
        return dot < 0 ? inside : inside.substring(0, dot);
    }
}
