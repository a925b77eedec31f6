#!/bin/sh
# mconnect: talk to an SMTP server.	usage: mconnect [host [port]]
exec tcpclient -RHl0 -- "${1-0}" "${2-25}" mconnect-io
