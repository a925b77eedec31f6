#include "lib/hash.h"

#include "lib/attr.h"
#include "lib/md5.h"
#include "lib/sha256.h"
#include "tests/tap.h"

#define TEXT_MAX 1000
#define KEY_MAX 131

static char text[TEXT_MAX], key[KEY_MAX], hex[SHA256_HEX_MAX];
static unsigned char digest[SHA256_SIZE];

/* The examples of FIPS 180-4, and lengths around a block's. */
static const struct sum { const char *in; size_t repeat; const char *want; }
sha256_sums[] = {
	{ "", 0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" },
	{ "abc", 1, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" },
	{ "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 1,
	    "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1" },
	{ "a", 55, "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318" },
	{ "a", 63, "7d3e74a05d7db15bce4ad9ec0658ea98e3f06eeecf16b4c6fff2da457ddc2f34" },
	{ "a", 64, "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb" },
	{ "a", 1000, "41edece42d63e8d9bf515a9ba6932e1c20cbc9f5a5d134645adb5db1b9737ea3" },
};

/* RFC 1321 A.5, RFC 1939 7, and lengths around a block's. */
static const struct sum md5_sums[] = {
	{ "", 0, "d41d8cd98f00b204e9800998ecf8427e" },
	{ "abc", 1, "900150983cd24fb0d6963f7d28e17f72" },
	{ "abcdefghijklmnopqrstuvwxyz", 1, "c3fcd3d76192e4007dfb496cca67e13b" },
	{ "1234567890", 8, "57edf4a22be3c955ac49da2e2107b67a" },
	{ "<1896.697170952@dbc.mtview.ca.us>tanstaaf", 1,
	    "c4c9334bac560ecc979e58001b3e22fb" },
	{ "a", 55, "ef1772b6dff9a122358552954ad0df65" },
	{ "a", 56, "3b0c8ac703f828b04c6c197006d17218" },
	{ "a", 63, "b06521f39153d618550606be297466d5" },
	{ "a", 64, "014842d480b571495a4a0363793f7367" },
	{ "a", 1000, "cabe45dcc9ae5b66ba86600cca6b8ba8" },
};

/* RFC 4231, cases 1, 2, 6. */
static const struct mac { const char *key; size_t repeat; const char *in, *want; }
sha256_macs[] = {
	{ "\x0b", 20, "Hi There",
	    "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7" },
	{ "Jefe", 1, "what do ya want for nothing?",
	    "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843" },
	{ "\xaa", 131, "Test Using Larger Than Block-Size Key - Hash Key First",
	    "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54" },
};

/* RFC 2202, cases 1, 2, 6; RFC 2195 2. */
static const struct mac md5_macs[] = {
	{ "\x0b", 16, "Hi There", "9294727a3638bb1c13f48ef8158bfc9d" },
	{ "Jefe", 1, "what do ya want for nothing?",
	    "750c783e6ab0b503eaa86e310a5db738" },
	{ "\xaa", 80, "Test Using Larger Than Block-Size Key - Hash Key First",
	    "6b1ab7fe4bd7bf8f0b62e6ce61b9d0cd" },
	{ "tanstaaftanstaaf", 1,
	    "<1896.697170952@postoffice.reston.mci.net>",
	    "b913a602c7eda7a495b4e6e7334d3890" },
};

static struct view
repeated(char *p, const char *s, size_t n)
{
	size_t len = strlen(s);

	for (size_t i = 0; i < n; i++)
		memcpy(p + i * len, s, len);
	return view_make(p, n * len);
}

static void
test_sums(void)
{
	for (size_t i = 0; i < NELEM(sha256_sums); i++) {
		const struct sum *c = &sha256_sums[i];
		sha256(repeated(text, c->in, c->repeat), digest);
		CHECK_STR(c->want, view_of(sha256_hex(digest, hex)), c->want);
	}
	for (size_t i = 0; i < NELEM(md5_sums); i++) {
		const struct sum *c = &md5_sums[i];
		md5(repeated(text, c->in, c->repeat), digest);
		CHECK_STR(c->want, view_of(md5_hex(digest, hex)), c->want);
	}
}

static void
test_macs(void)
{
	for (size_t i = 0; i < NELEM(sha256_macs); i++) {
		const struct mac *c = &sha256_macs[i];
		sha256_hmac(repeated(key, c->key, c->repeat), view_of(c->in),
		    digest);
		CHECK_STR(c->want, view_of(sha256_hex(digest, hex)), c->want);
	}
	for (size_t i = 0; i < NELEM(md5_macs); i++) {
		const struct mac *c = &md5_macs[i];
		md5_hmac(repeated(key, c->key, c->repeat), view_of(c->in),
		    digest);
		CHECK_STR(c->want, view_of(md5_hex(digest, hex)), c->want);
	}
}

int
main(void)
{
	test_sums();
	test_macs();
	CHECK(hash_is_eq(VIEW_LIT("abc"), VIEW_LIT("abc")));
	CHECK(!hash_is_eq(VIEW_LIT("abc"), VIEW_LIT("abd")));
	CHECK(!hash_is_eq(VIEW_LIT("abc"), VIEW_LIT("ab")));
	return tap_end();
}
