package ca.balise.deid.cells.model;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/**
 * The given and family names that are frequent in Canada, English and French; {@code names/README.md} among the resources says where
 * they are from. A name is known by a hash of 64 bits of its letters, without accents and in lower case, so that none is made to be
 * looked up: two names of the same hash, or a word with that of a name, occur once in 10^15.
 */
final class NameList {

    static final int GIVEN = 1;
    static final int FAMILY = 1 << 1;

    /** A name that is as often something else: a place, an occupation, a month, a colour. */
    static final int ORDINARY = 1 << 2;

    /** Mr, Mme, Dr. */
    static final int TITLE = 1 << 3;

    /** Jr, PhD. */
    static final int SUFFIX = 1 << 4;

    /** St, Sainte, which many names and most French villages start with. */
    static final int SAINT = 1 << 5;

    /** De la, van, O'. */
    static final int PARTICLE = 1 << 6;

    /** A word that stands in names of streets, places, works and firms, beside the name of a person or not. */
    static final int NEVER = 1 << 7;

    private static final String TITLES = """
            mr mrs ms miss mx mme mlle mmes dr dre prof me hon sir dame rev sgt cpl capt monsieur madame mademoiselle maitre
            docteur""";
    private static final String SUFFIXES = "jr sr ii iii iv phd md esq cpa ing";
    private static final String SAINTS = "st ste saint sainte";
    private static final String PARTICLES = """
            de du des la le les van von der den ter da di do dos das del della el al bin ben ibn abu mc mac o d l e""";
    private static final String NO_PERSONS = """
            and et or the of for with in on at to sur sous pour par aux avec und y
            street road avenue ave boulevard blvd drive crescent circle highway route rue chemin rang autoroute allee impasse quai
            plaza square terrace trail way route ruelle montee place walk
            alley manor ferry meadow meadows branch lane run pass pines heights estates gardens greens groves harbor haven hollow
            junction knoll knolls landing locks loop mall mews orchard oval parkway passage path plains ramp ranch rapids ridge shoals
            shores spur spurs squares summit tunnel turnpike view views vista
            north south east west nord sud est ouest new nouveau nouvelle upper lower old great port fort lake lac mount mont
            city town township village county ville district region province parish paroisse comte canton municipality municipalite
            river riviere island ile bay baie beach plage valley mountain montagne parc forest foret bridge pont
            station gare airport aeroport
            school ecole college university universite cegep academy academie institute institut hospital hopital clinic clinique
            church eglise centre center foundation fondation society societe association committee comite council conseil museum musee
            inc ltd ltee llc llp plc corp corporation company co cie sa sarl sas group groupe sons fils freres brothers partners
            associates associes enterprises entreprises services industries holdings bank banque store magasin shop boutique
            restaurant cafe hotel motel farm ferme brand marque department ministere ministry agency agence office bureau canada
            government gouvernement act loi program programme project projet award prix""";

    /** The hash of no letters. */
    static final long NO_LETTERS = 0xcbf29ce484222325L;

    private static final long PRIME = 0x100000001b3L;
    private static final char[] FOLDED = folded();
    private static final NameList LISTED = new NameList();

    private final long[] hashes = new long[1 << 15];
    private final int[] flags = new int[hashes.length];

    private NameList() {
        read("/names/given.tsv", GIVEN);
        read("/names/family.tsv", FAMILY);
        mark(TITLES, TITLE);
        mark(SUFFIXES, SUFFIX);
        mark(SAINTS, SAINT);
        mark(PARTICLES, PARTICLE);
        mark(NO_PERSONS, NEVER);
    }

    /** Lower case without its accent, of the letters that Latin-1 and Latin Extended-A have. */
    private static char[] folded() {
        char[] folded = new char[0x180];
        for (char c = 0; c < folded.length; c++) {
            String base = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
            folded[c] = Character.toLowerCase(base.charAt(0));
        }
        folded['ø'] = 'o';
        folded['Ø'] = 'o';
        folded['ł'] = 'l';
        folded['Ł'] = 'l';
        return folded;
    }

    /** The hash of the letters so far and one more. */
    static long with(long hash, char letter) {
        if (letter == 'œ' || letter == 'Œ') {
            return with(with(hash, 'o'), 'e');
        }
        if (letter == 'æ' || letter == 'Æ') {
            return with(with(hash, 'a'), 'e');
        }
        return (hash ^ (letter < FOLDED.length ? FOLDED[letter] : letter)) * PRIME;
    }

    static long hash(String letters) {
        long hash = NO_LETTERS;
        for (int i = 0; i < letters.length(); i++) {
            hash = with(hash, letters.charAt(i));
        }
        return hash;
    }

    /** What the word with this hash is; 0 if nothing is known of it. */
    static int flags(long hash) {
        return LISTED.flags[LISTED.place(hash)];
    }

    private void read(String resource, int flag) {
        try (InputStream in = NameList.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + resource);
            }
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .forEach(line -> {
                        int end = line.indexOf('\t');
                        mark(
                                hash(end < 0 ? line : line.substring(0, end)),
                                line.endsWith("\tordinary") ? flag | ORDINARY : flag);
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void mark(String words, int flag) {
        for (String word : words.strip().split("\\s+", -1)) {
            mark(hash(word), flag);
        }
    }

    private void mark(long hash, int flag) {
        int place = place(hash);
        hashes[place] = hash;
        flags[place] |= flag;
    }

    private int place(long hash) {
        int place = (int) (hash ^ hash >>> 32) & hashes.length - 1;
        while (flags[place] != 0 && hashes[place] != hash) {
            place = place + 1 & hashes.length - 1;
        }
        return place;
    }
}
