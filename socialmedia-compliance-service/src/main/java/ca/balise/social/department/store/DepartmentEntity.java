package ca.balise.social.department.store;

import ca.balise.kit.reasoning.BilingualText;
import ca.balise.kit.reasoning.Truth;
import ca.balise.social.department.model.Department;
import ca.balise.social.department.model.DepartmentDetails;
import ca.balise.social.department.model.DepartmentMerge;
import ca.balise.social.department.model.Designation;
import ca.balise.social.department.model.FaaSchedule;
import ca.balise.social.department.model.Parent;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A department or a sub-unit, read together with its department. */
@Entity
@Table(name = "department")
class DepartmentEntity {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    @Version
    int version;

    String institution;
    String nameEn;
    String nameFr;

    @Nullable
    Integer orgNumber;

    @Nullable
    String abbreviationEn;

    @Nullable
    String abbreviationFr;

    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> otherNames;

    /** The version that the last import left; a later one is a person's change. */
    @Nullable
    Integer importedVersion;

    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> faaSchedules;

    @Nullable
    Boolean policyDepartment;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "parent_id")
    @Nullable
    DepartmentEntity parent;

    @Nullable
    String parentBasis;

    @SuppressWarnings("NullAway.Init") // the columns are not null: the database says so, and fills them
    DepartmentEntity() {}

    static DepartmentEntity of(DepartmentDetails details, @Nullable DepartmentEntity department) {
        DepartmentEntity entity = new DepartmentEntity();
        entity.institution = details.institution();
        entity.become(details, department);
        return entity;
    }

    /** Takes over what is stated, but the institution: that never changes. */
    void become(DepartmentDetails details, @Nullable DepartmentEntity department) {
        nameEn = details.name().en();
        nameFr = details.name().fr();
        orgNumber = details.designation().orgNumber();
        abbreviationEn = details.designation().abbreviationEn();
        abbreviationFr = details.designation().abbreviationFr();
        otherNames = details.designation().otherNames();
        faaSchedules = details.schedules().stream().map(FaaSchedule::name).toList();
        policyDepartment = details.policyDepartment().toBoolean();
        parent = department;
        parentBasis = details.parent() == null ? null : details.parent().basis();
    }

    /** The same by a list. One that nobody changed since the last list goes on following lists. */
    void becomeListed(DepartmentDetails details) {
        if (followsList()) {
            importedVersion = version + 1;
        }
        become(details, parent);
    }

    private boolean followsList() {
        return importedVersion != null && importedVersion == version;
    }

    DepartmentMerge.Kept toKept() {
        return new DepartmentMerge.Kept(id, details(), followsList());
    }

    Department toModel() {
        DepartmentDetails details = details();
        return new Department(id, version, details, details.status(parent == null ? null : parent.details()));
    }

    private DepartmentDetails details() {
        return new DepartmentDetails(
                institution,
                new BilingualText(nameEn, nameFr),
                new Designation(orgNumber, abbreviationEn, abbreviationFr, otherNames),
                faaSchedules.stream().map(FaaSchedule::valueOf).toList(),
                Truth.of(policyDepartment),
                parent == null || parentBasis == null ? null : new Parent(parent.id, parentBasis));
    }
}
