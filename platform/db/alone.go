package db

// Alone makes transactions of one name run one after the other, each until its
// end: for rules about many rows at once, such as that nobody is his own boss.
// SQLite has one writer anyway.
func (t *Tx) Alone(name string) error {
	if t.dia != onPostgres {
		return nil
	}
	_, err := t.Exec(`SELECT pg_advisory_xact_lock(hashtextextended(?, 0))`, name)
	return err
}
