/*
 * keys.h: the certificates that a TLS server shows, read when they are needed:
 * a new one is in use from the next handshake on.
 *
 * In the current directory: servercert.pem, the private key and the
 * certificate chain in one file as the STARTTLS patches of qmail have it, and
 * servercerts/NAME/servercert.pem for more; the client's server name picks the
 * one that is made out to it, the first is for all others.
 */
#ifndef TLS_KEYS_H
#define TLS_KEYS_H

#include <tls.h>

#include "lib/attr.h"
#include "lib/buf.h"

#define KEYS_FILE "servercert.pem"
#define KEYS_FOLDER "servercerts"
#define KEYS_SIZE_MAX (256 * 1024)	/* bytes of a file */
#define KEYS_MAX 1000			/* names */

/* Load them all into config: 0; -1 with why: the file's name and a reason. */
MUST_CHECK int keys_load(struct tls_config *config, struct buf *why);

#endif
