#include "lib/nss.h"

#include <errno.h>
#include <pwd.h>
#include <shadow.h>

#include "lib/passwd.h"

#define ENTRY_FIRST 1024	/* bytes for the strings of an entry */
#define ENTRY_MAX (1024 * 1024)
#define SECONDS_A_DAY 86400

static void
fill(struct nss_user *u, const struct passwd *pw)
{
	buf_sets(&u->name, pw->pw_name);
	buf_sets(&u->home, pw->pw_dir);
	buf_sets(&u->shell, pw->pw_shell);
	buf_sets(&u->hash, pw->pw_passwd);
	u->uid = pw->pw_uid;
	u->gid = pw->pw_gid;
	u->has_shadow = false;
}

/*
 * getpwnam_r(3) answers 0 without a result when the service is sure that there
 * is no such user.  ENOENT is not that: a service whose socket or file is
 * missing says it too.
 */
static int
ask(const char *name, struct nss_user *u)
{
	struct buf space = BUF_INIT;
	struct passwd pw, *found = NULL;
	size_t size = ENTRY_FIRST;
	int error;

	do {
		buf_clear(&space);
		buf_reserve(&space, size);
		error = getpwnam_r(name, &pw, space.p, size, &found);
		if (error == ERANGE)
			size *= 2;
	} while (error == EINTR || (error == ERANGE && size <= ENTRY_MAX));
	if (found != NULL)
		fill(u, found);
	buf_wipe(&space);
	if (found != NULL)
		return 1;
	if (error == 0 || error == ESRCH)
		return 0;
	errno = error;
	return -1;
}

/*
 * With several services (`passwd: files systemd`) the last one's "no" covers
 * up that the first could not be read.  So a "no" counts only while /etc/passwd
 * can be read; if it was only just unreadable, the second answer counts.
 */
int
nss_user(const char *name, struct nss_user *u)
{
	uid_t uid;
	gid_t gid;
	int r = ask(name, u);

	if (r != 0)
		return r;
	r = passwd_user(name, &uid, &gid);
	return r <= 0 ? r : ask(name, u);
}

static void
fill_shadow(struct nss_user *u, const struct spwd *sp)
{
	buf_sets(&u->hash, sp->sp_pwdp);
	u->has_shadow = true;
	u->changed = sp->sp_lstchg;
	u->max_age = sp->sp_max;
	u->expires = sp->sp_expire;
}

int
nss_hash(struct nss_user *u)
{
	struct buf space = BUF_INIT;
	struct spwd sp, *found = NULL;
	size_t size = ENTRY_FIRST;
	int error;

	do {
		buf_clear(&space);
		buf_reserve(&space, size);
		error = getspnam_r(u->name.p, &sp, space.p, size, &found);
		if (error == ERANGE)
			size *= 2;
	} while (error == EINTR || (error == ERANGE && size <= ENTRY_MAX));
	if (found != NULL)
		fill_shadow(u, found);
	buf_wipe(&space);
	if (found != NULL)
		return 1;
	/* no shadow: the hash of the account itself, unless that is a hint */
	if (!view_is(buf_view(&u->hash), "x"))
		return 1;
	if (error == 0 || error == ENOENT || error == ESRCH)
		return 0;
	errno = error;
	return -1;
}

/* As pam_unix(8) decides. */
enum nss_state
nss_state(const struct nss_user *u, int64_t now)
{
	int64_t today = now / SECONDS_A_DAY;

	if (!u->has_shadow)
		return NSS_USABLE;
	if (u->expires >= 0 && today >= u->expires)
		return NSS_ACCOUNT_EXPIRED;
	if (u->changed == 0)
		return NSS_PASSWORD_EXPIRED;
	if (u->changed > 0 && u->max_age >= 0 &&
	    today > u->changed + u->max_age)
		return NSS_PASSWORD_EXPIRED;
	return NSS_USABLE;
}

void
nss_user_free(struct nss_user *u)
{
	buf_free(&u->name);
	buf_free(&u->home);
	buf_free(&u->shell);
	buf_wipe(&u->hash);
}
