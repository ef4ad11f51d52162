package ca.balise.social.lookup.store;

import ca.balise.social.lookup.model.Officialness.Holder;
import ca.balise.social.lookup.model.Officialness.PublicAccount;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.List;

/** Asks the one function of the database that spans institutions for anybody. */
@ApplicationScoped
public class PublicAccounts {

    /** The accounts that have or had an address, inside the transaction of a use case. */
    public Uni<List<Holder>> at(String url) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(
                                "select status, current, platform, name, language, url, department_en, department_fr from public_account(:url)",
                                Tuple.class)
                        .setParameter("url", url)
                        .getResultList())
                .map(rows -> rows.stream().map(PublicAccounts::holder).toList());
    }

    private static Holder holder(Tuple row) {
        return new Holder(
                row.get(0, String.class).equals("CLOSED"),
                row.get(1, Boolean.class),
                new PublicAccount(
                        row.get(2, String.class),
                        row.get(3, String.class),
                        row.get(4, String.class),
                        row.get(5, String.class),
                        row.get(6, String.class),
                        row.get(7, String.class)));
    }
}
