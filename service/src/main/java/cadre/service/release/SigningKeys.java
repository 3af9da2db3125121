package cadre.service.release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The Ed25519 keys that vouch for the register, from one file of PEM blocks kept outside the database: one PRIVATE KEY that
 * signs, and a PUBLIC KEY for it and for every key that signed before.
 */
final class SigningKeys {
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN (PRIVATE|PUBLIC) KEY-----\\s+([A-Za-z0-9+/=\\s]+)-----END \\1 KEY-----");
    private static final String ALGORITHM = "Ed25519";

    private final PrivateKey signing;
    private final String id;
    private final Map<String, PublicKey> verifying;

    private SigningKeys(PrivateKey signing, String id, Map<String, PublicKey> verifying) {
        this.signing = signing;
        this.id = id;
        this.verifying = verifying;
    }

    /** Bytes signed by a key that is named by its id. */
    record Signed(String key, String signature) {}

    /**
     * Reads the file.
     *
     * @return nothing if there is none
     * @throws IllegalStateException if it is there and does not hold what it must
     */
    static Optional<SigningKeys> read(Path file) {
        try {
            return Files.exists(file) ? Optional.of(parse(file, Files.readString(file))) : Optional.empty();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("the keys in " + file + " cannot be read", e);
        }
    }

    /** Makes a first key, in a file that only its owner can read; if another process makes one just now, takes that. */
    static SigningKeys make(Path file) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            Path made = Files.createTempFile(folder, ".keys", ".pem");
            if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rw-------"));
            }
            Files.writeString(
                    made,
                    pem("PRIVATE", pair.getPrivate().getEncoded())
                            + pem("PUBLIC", pair.getPublic().getEncoded()));
            try {
                Files.createLink(file, made);
            } catch (java.nio.file.FileAlreadyExistsException anotherProcess) {
                return read(file).orElseThrow();
            } catch (UnsupportedOperationException noLinks) {
                Files.move(made, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(made);
            }
            return read(file).orElseThrow();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("no key could be made in " + file, e);
        }
    }

    private static SigningKeys parse(Path file, String text) throws GeneralSecurityException {
        KeyFactory keys = KeyFactory.getInstance(ALGORITHM);
        PrivateKey signing = null;
        Map<String, PublicKey> verifying = new LinkedHashMap<>();
        Matcher block = BLOCK.matcher(text);
        while (block.find()) {
            byte[] bytes = Base64.getMimeDecoder().decode(block.group(2));
            if (block.group(1).equals("PUBLIC")) {
                verifying.put(id(bytes), keys.generatePublic(new X509EncodedKeySpec(bytes)));
            } else if (signing == null) {
                signing = keys.generatePrivate(new PKCS8EncodedKeySpec(bytes));
            } else {
                throw new IllegalStateException(file + " has more than one PRIVATE KEY; only one signs");
            }
        }
        if (signing == null) {
            throw new IllegalStateException(file + " has no PRIVATE KEY");
        }
        String id = own(signing, verifying);
        if (id == null) {
            throw new IllegalStateException(file + " has no PUBLIC KEY for its PRIVATE KEY");
        }
        return new SigningKeys(signing, id, verifying);
    }

    /** The id of the public key that belongs to a private one: the one that accepts its signature. */
    private static @Nullable String own(PrivateKey signing, Map<String, PublicKey> verifying)
            throws GeneralSecurityException {
        byte[] probe = "cadre.probe".getBytes(StandardCharsets.US_ASCII);
        byte[] signature = sign(signing, probe);
        for (Map.Entry<String, PublicKey> candidate : verifying.entrySet()) {
            if (verify(candidate.getValue(), probe, signature)) {
                return candidate.getKey();
            }
        }
        return null;
    }

    /** The first 16 hexadecimal digits of SHA-256 over the public key's encoding. */
    private static String id(byte[] key) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key), 0, 8);
    }

    private static String pem(String what, byte[] bytes) {
        return "-----BEGIN " + what + " KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes)
                + "\n-----END " + what + " KEY-----\n";
    }

    Signed sign(byte[] bytes) {
        try {
            return new Signed(id, Base64.getEncoder().encodeToString(sign(signing, bytes)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether the key is known and signed these bytes. */
    boolean vouchFor(byte[] bytes, Signed signed) {
        PublicKey key = verifying.get(signed.key());
        try {
            return key != null && verify(key, bytes, Base64.getDecoder().decode(signed.signature()));
        } catch (IllegalArgumentException | GeneralSecurityException notASignature) {
            return false;
        }
    }

    boolean knows(String key) {
        return verifying.containsKey(key);
    }

    private static byte[] sign(PrivateKey key, byte[] bytes) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(ALGORITHM);
        signature.initSign(key);
        signature.update(bytes);
        return signature.sign();
    }

    private static boolean verify(PublicKey key, byte[] bytes, byte[] signature) throws GeneralSecurityException {
        Signature verifier = Signature.getInstance(ALGORITHM);
        verifier.initVerify(key);
        verifier.update(bytes);
        return verifier.verify(signature);
    }
}
