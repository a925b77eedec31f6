/*
 * nothing: ends at once: what starting a program costs.	usage: nothing
 */
int
main(void)
{
	return 0;
}
