package ca.balise.deid.cells.model;

import static org.assertj.core.api.Assertions.assertThat;

import ca.balise.deid.cells.model.IdentifierKind.Directness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers and addresses here are made up, or reserved for examples. */
class IdentifierKindTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
                    SOCIAL_INSURANCE_NUMBER, 046454286,           false
                    SOCIAL_INSURANCE_NUMBER, 130692544,           true
                    SOCIAL_INSURANCE_NUMBER, 130 692 544,         true
                    SOCIAL_INSURANCE_NUMBER, 130-692-544,         true
                    SOCIAL_INSURANCE_NUMBER, 130-692 544,         false
                    SOCIAL_INSURANCE_NUMBER, 130692545,           false
                    SOCIAL_INSURANCE_NUMBER, 800000002,           false
                    SOCIAL_INSURANCE_NUMBER, 13 0692544,          false
                    SOCIAL_INSURANCE_NUMBER, 1306925440,          false
                    EMAIL, a.b+c@example.org,                     true
                    EMAIL, andré@exemple.ca,                      true
                    EMAIL, o'neil@mail.example.co,                true
                    EMAIL, a@localhost,                           false
                    EMAIL, a..b@example.org,                      false
                    EMAIL, .a@example.org,                        false
                    EMAIL, a@example..org,                        false
                    EMAIL, a@-example.org,                        false
                    EMAIL, a@b@example.org,                       false
                    EMAIL, @handle,                               false
                    EMAIL, a b@example.org,                       false
                    TELEPHONE, 613-555-0123,                      true
                    TELEPHONE, (613) 555-0123,                    true
                    TELEPHONE, 613.555.0123,                      true
                    TELEPHONE, 613 555 0123,                      true
                    TELEPHONE, +1 613 555 0123,                   true
                    TELEPHONE, 1-613-555-0123,                    true
                    TELEPHONE, +16135550123,                      true
                    TELEPHONE, 613-555-0123 poste 12,             true
                    TELEPHONE, 613-555-0123 x12,                  true
                    TELEPHONE, 6135550123,                        false
                    TELEPHONE_DIGITS, 6135550123,                 true
                    TELEPHONE_DIGITS, 613-555-0123,               false
                    TELEPHONE_DIGITS, 0135550123,          false
                    TELEPHONE_DIGITS, 6131550123,          false
                    TELEPHONE_DIGITS, 6139110123,          false
                    TELEPHONE_DIGITS, 6132110123,          false
                    TELEPHONE_DIGITS, 6935550123,          false
                    TELEPHONE, 555-0123,                          false
                    TELEPHONE, 113-555-0123,                      false
                    TELEPHONE, 61355501234,                       false
                    TELEPHONE, 2024-01-31,                        false
                    IP_ADDRESS, 192.0.2.1,                        true
                    IP_ADDRESS, 255.255.255.255,                  true
                    IP_ADDRESS, 256.0.0.1,                        false
                    IP_ADDRESS, 192.0.2.01,                       false
                    IP_ADDRESS, 192.0.2,                          false
                    IP_ADDRESS, 1.2.3.4.5,                        false
                    IP_ADDRESS, 2001:db8::1,                      true
                    IP_ADDRESS, ::,                               true
                    IP_ADDRESS, ::1,                              true
                    IP_ADDRESS, 2001:db8:0:0:0:0:0:1,             true
                    IP_ADDRESS, ::ffff:192.0.2.1,                 true
                    IP_ADDRESS, 64:ff9b::192.0.2.33,              true
                    IP_ADDRESS, 1:2:3:4:5:6:192.0.2.1,            true
                    IP_ADDRESS, 1:2:3:4:5:6:7:192.0.2.1,          false
                    IP_ADDRESS, 1:2:3:4:5:6:7::8,                 false
                    IP_ADDRESS, 1::2::3,                          false
                    IP_ADDRESS, 2001:db8:::1,                     false
                    IP_ADDRESS, 12345::1,                         false
                    IP_ADDRESS, 12:34:56,                         false
                    IP_ADDRESS, 192.0.2.1::,                      false
                    POSTAL_CODE, K1A 0B1,                         true
                    POSTAL_CODE, k1a0b1,                          true
                    POSTAL_CODE, H0H-0H0,                         true
                    POSTAL_CODE, W1A 0B1,                         false
                    POSTAL_CODE, K1D 0B1,                         false
                    POSTAL_CODE, K1A,                             false
                    POSTAL_CODE, K1A  0B1,                        false
                    POSTAL_CODE, 12345,                           false
                    FULL_DATE, 1980-02-29,                        true
                    FULL_DATE, 1981-02-29,                        false
                    FULL_DATE, 1980/12/31,                        true
                    FULL_DATE, 31/12/1980,                        true
                    FULL_DATE, 12/31/1980,                        true
                    FULL_DATE, 1980-12/31,                        false
                    FULL_DATE, 1980-12,                           false
                    FULL_DATE, 31-12-1980,                        true
                    """)
    void tellsAValueOfAKind(IdentifierKind kind, String value, boolean expected) {
        assertThat(kind.matches(value)).isEqualTo(expected);
    }

    @Test
    void ignoresWhiteSpaceAround() {
        assertThat(IdentifierKind.POSTAL_CODE.matches(" K1A 0B1\t")).isTrue();
    }

    @Test
    void refusesHugeValuesQuickly() {
        assertThat(IdentifierKind.EMAIL.matches("a".repeat(1 << 20) + "@example.org"))
                .isFalse();
    }

    @Test
    void countsPostalCodesAndDatesAsIndirect() {
        assertThat(IdentifierKind.POSTAL_CODE.directness()).isEqualTo(Directness.INDIRECT);
        assertThat(IdentifierKind.FULL_DATE.directness()).isEqualTo(Directness.INDIRECT);
        assertThat(IdentifierKind.EMAIL.directness()).isEqualTo(Directness.DIRECT);
    }
}
