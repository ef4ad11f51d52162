package ca.balise.deid.intake.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * A text of another encoding, as UTF-8. All that comes before a malformed character is delivered before the failure is, so that the
 * reader knows on which line it stands.
 */
final class TranscodingInputStream extends InputStream {

    private static final int BLOCK = 1 << 14;

    private final InputStream in;
    private final CharsetDecoder decoder;
    private final CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder();
    private final ByteBuffer source = ByteBuffer.allocate(BLOCK).flip();
    private final CharBuffer text = CharBuffer.allocate(2 * BLOCK).flip();
    private final ByteBuffer encoded = ByteBuffer.allocate(6 * BLOCK).flip();
    private boolean ended;
    private boolean malformed;

    TranscodingInputStream(InputStream in, Charset charset) {
        this.in = in;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    /** @throws CharacterCodingException if the next character is malformed */
    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        while (!encoded.hasRemaining()) {
            if (malformed) {
                throw new CharacterCodingException();
            }
            if (ended) {
                return -1;
            }
            transcode();
        }
        int taken = Math.min(length, encoded.remaining());
        encoded.get(buffer, offset, taken);
        return taken;
    }

    private void transcode() throws IOException {
        source.compact();
        int count = in.read(source.array(), source.position(), source.remaining());
        ended = count < 0;
        source.position(source.position() + Math.max(0, count)).flip();

        text.compact();
        CoderResult decoded = decoder.decode(source, text, ended);
        if (ended && decoded.isUnderflow()) {
            decoder.flush(text);
        }
        text.flip();

        encoded.clear();
        CoderResult written = encoder.encode(text, encoded, ended || decoded.isError());
        encoded.flip();
        malformed = decoded.isError() || written.isError();
    }
}
