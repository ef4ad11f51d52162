package ca.balise.social.department;

import ca.balise.kit.http.conditional.EntityTagged;
import ca.balise.kit.http.conditional.IfMatch;
import ca.balise.kit.http.conditional.RequiresIfMatch;
import ca.balise.kit.http.page.Listing;
import ca.balise.kit.http.page.Listing.Filter;
import ca.balise.kit.http.page.PageParameters;
import ca.balise.kit.http.problem.Members;
import ca.balise.kit.http.security.CurrentCaller;
import ca.balise.kit.store.idempotency.Idempotent;
import ca.balise.social.Roles;
import ca.balise.social.department.model.Department;
import ca.balise.social.department.model.StatusBasis;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The departments over HTTP. */
@Path(DepartmentResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Departments",
        description =
                "Departments that hold official accounts, and their sub-units, with the FAA schedules that list them.")
public class DepartmentResource {

    static final String PATH = "/socialmedia/v1/departments";

    private final ListDepartments listDepartments;
    private final ReadDepartment readDepartment;
    private final RegisterDepartment registerDepartment;
    private final ReplaceDepartment replaceDepartment;
    private final CurrentCaller caller;

    DepartmentResource(
            ListDepartments listDepartments,
            ReadDepartment readDepartment,
            RegisterDepartment registerDepartment,
            ReplaceDepartment replaceDepartment,
            CurrentCaller caller) {
        this.listDepartments = listDepartments;
        this.readDepartment = readDepartment;
        this.registerDepartment = registerDepartment;
        this.replaceDepartment = replaceDepartment;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Roles.COMMUNICATIONS, Roles.ATIP, Roles.PUBLISHER, Roles.AUDITOR})
    @EntityTagged
    @Listing(
            sortedBy = {"id", "name.en", "name.fr"},
            filteredBy = {
                @Filter(
                        name = "faaSchedule",
                        of = ScheduleBody.class,
                        description = "Only those that stand in this schedule, of themselves or by their department."),
                @Filter(
                        name = "statusBasis",
                        of = StatusBasis.class,
                        description = "Only those whose status rests on this."),
                @Filter(
                        name = "parent",
                        of = UUID.class,
                        description = "Only the sub-units of this department.",
                        example = "019b76da-a800-7631-8876-a602c58ed0db"),
                @Filter(
                        name = "institution",
                        pattern = Members.CODE_PATTERN,
                        description = "Only those of this institution.",
                        example = "HC")
            })
    @Operation(
            operationId = "listDepartments",
            summary = "Lists departments and their sub-units",
            description =
                    "Oldest registration first, or by their names: your institution’s; the principal publisher and an auditor see every institution’s.")
    @APIResponse(responseCode = "200", description = "A page of departments")
    public Uni<RestResponse<DepartmentList>> list(@BeanParam PageParameters page) {
        return listDepartments.list(caller.get(), page.request()).map(found -> page.answer(found, DepartmentList::of));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.COMMUNICATIONS, Roles.ATIP, Roles.PUBLISHER, Roles.AUDITOR})
    @EntityTagged
    @Operation(operationId = "readDepartment", summary = "Reads one department")
    @APIResponse(responseCode = "200", description = "The department")
    public Uni<DepartmentBody> read(@Parameter(description = "Id of the department") @PathParam("id") UUID id) {
        return readDepartment.read(caller.get(), id).map(DepartmentBody::of);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.PUBLISHER)
    @EntityTagged
    @Idempotent
    @Operation(
            operationId = "registerDepartment",
            summary = "Registers a department or a sub-unit of one",
            description = "For any institution, by the principal publisher.")
    @APIResponse(
            responseCode = "201",
            description = "The department, registered",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DepartmentBody.class)),
            headers =
                    @Header(
                            name = HttpHeaders.LOCATION,
                            description = "Where it is read",
                            schema = @Schema(implementation = String.class)))
    public Uni<RestResponse<DepartmentBody>> register(@Nullable NewDepartment described) {
        return registerDepartment
                .register(caller.get(), described)
                .map(DepartmentBody::of)
                .map(registered -> RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, registered)
                        .header(HttpHeaders.LOCATION, PATH + "/" + registered.id())
                        .build());
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.PUBLISHER)
    @EntityTagged
    @RequiresIfMatch
    @Operation(
            operationId = "replaceDepartment",
            summary = "Replaces what is stated of a department or a sub-unit",
            description =
                    "Whole: what the body leaves out is gone. By the principal publisher. The institution stays; a department that has sub-units does not become one.")
    @APIResponse(responseCode = "200", description = "The department, as it is now")
    public Uni<DepartmentBody> replace(
            @Parameter(description = "Id of the department") @PathParam("id") UUID id,
            @BeanParam IfMatch condition,
            @Nullable NewDepartment described) {
        return replaceDepartment.replace(caller.get(), id, condition, described).map(DepartmentBody::of);
    }

    /**
     * A page of departments.
     *
     * @param items the departments, in the order asked for
     */
    public record DepartmentList(List<DepartmentBody> items) {

        static DepartmentList of(List<Department> departments) {
            return new DepartmentList(
                    departments.stream().map(DepartmentBody::of).toList());
        }
    }
}
