package audit

import (
	"fmt"
	"strings"

	"erba/kernel"
	"erba/platform/db"
)

const columns = `id, log, COALESCE(seq, 0) AS seq, at, actor, verb, object, object_id, account_id,
	detail, salt, digest, COALESCE(sealed_at, 0) AS sealed_at, hash`

// chain is the state of a log.
type chain struct {
	Log     string `db:"log"`
	Seq     int64  `db:"seq"`
	Hash    string `db:"hash"`
	CutSeq  int64  `db:"cut_seq"`
	CutHash string `db:"cut_hash"`
}

// written are the columns that an entry has before it is sealed.
var written = strings.Fields("id log at actor verb object object_id account_id detail salt digest hash")

func addAll(tx *db.Tx, entries []Entry) error {
	return tx.Bulk("audit", written, len(entries), func(i int, args []any) {
		e := entries[i]
		copy(args, []any{e.Row, e.Log, e.At, e.Actor, e.Verb, e.Object, e.ID, e.Account, e.Detail, e.Salt, e.Digest, e.Hash})
	})
}

// unsealed are the entries without a number, in the order of their writing.
func unsealed(tx *db.Tx, limit int) ([]Entry, error) {
	return db.List[Entry](tx, `SELECT `+columns+` FROM audit WHERE seq IS NULL ORDER BY id LIMIT ?`, limit)
}

// tail is how many entries have no number, and when the oldest was written.
type tail struct {
	Rows   int64 `db:"n"`
	Oldest int64 `db:"oldest"`
}

func tailOf(tx *db.Tx) (tail, error) {
	return db.Find[tail](tx, `SELECT count(*) AS n, COALESCE(min(at), 0) AS oldest FROM audit WHERE seq IS NULL`)
}

// number seals entries.
func number(tx *db.Tx, entries []Entry) error {
	n, err := tx.Repeat(`UPDATE audit SET seq = ?, sealed_at = ?, hash = ? WHERE id = ? AND seq IS NULL`, 4, len(entries),
		func(i int, args []any) {
			e := entries[i]
			copy(args, []any{e.Seq, e.Sealed, e.Hash, e.Row})
		})
	if err == nil && n != int64(len(entries)) {
		err = fmt.Errorf("audit: %d of %d entries could be sealed", n, len(entries))
	}
	return err
}

func chains(tx *db.Tx) ([]chain, error) {
	return db.List[chain](tx, `SELECT log, seq, hash, cut_seq, cut_hash FROM audit_chains ORDER BY log`)
}

func extend(tx *db.Tx, c chain) error {
	_, err := tx.Exec(`UPDATE audit_chains SET seq = ?, hash = ? WHERE log = ?`, c.Seq, c.Hash, c.Log)
	return err
}

// page returns the entries of a log after a number, oldest first.
func page(tx *db.Tx, log string, after int64, limit int) ([]Entry, error) {
	return db.List[Entry](tx, `SELECT `+columns+` FROM audit WHERE log = ? AND seq > ? ORDER BY seq LIMIT ?`, log, after, limit)
}

// strays are the numbers of entries where there should be none: before the beginning.
func strays(tx *db.Tx, c chain) ([]int64, error) {
	return db.List[int64](tx, `SELECT seq FROM audit WHERE log = ? AND seq <= ? ORDER BY seq LIMIT 1`, c.Log, c.CutSeq)
}

// before is the last number of a log all of whose entries up to it are older than an instant.
func before(tx *db.Tx, log string, at int64) (int64, error) {
	return db.Find[int64](tx, `
		SELECT COALESCE((SELECT min(seq) - 1 FROM audit WHERE log = ? AND at >= ?),
			(SELECT seq FROM audit_chains WHERE log = ?))`, log, at, log)
}

// drop takes the oldest entries of a log away and keeps in their place where it now begins.
func drop(tx *db.Tx, c chain) (int64, error) {
	n, err := tx.Exec(`DELETE FROM audit WHERE log = ? AND seq <= ?`, c.Log, c.CutSeq)
	if err == nil {
		_, err = tx.Exec(`UPDATE audit_chains SET cut_seq = ?, cut_hash = ? WHERE log = ?`, c.CutSeq, c.CutHash, c.Log)
	}
	return n, err
}

// blank takes away what entries about an object said; that they were there stays.
func blank(tx *db.Tx, object string, id kernel.ID) (int64, error) {
	return tx.Exec(`UPDATE audit SET detail = '', salt = '' WHERE object = ? AND object_id = ? AND salt <> ''`, object, id)
}

// length grows with every entry, whether it has a number yet or not.
func length(tx *db.Tx) (int64, error) {
	return db.Find[int64](tx, `
		SELECT (SELECT CAST(sum(seq) AS BIGINT) FROM audit_chains) + (SELECT count(*) FROM audit WHERE seq IS NULL)`)
}

func retention(tx *db.Tx) (Retention, error) {
	return db.Find[Retention](tx, `SELECT security, access, version FROM audit_retention WHERE id = 1`)
}

func retain(tx *db.Tx, r Retention) error {
	return tx.Replace(`UPDATE audit_retention SET security = ?, access = ?, version = version + 1 WHERE id = 1 AND version = ?`,
		r.Security, r.Access, r.Version)
}

// sealedAt is when the last entries of the logs were sealed.
func sealedAt(tx *db.Tx) (int64, error) {
	return db.Find[int64](tx, `
		SELECT COALESCE(max(e.sealed_at), 0) FROM audit e JOIN audit_chains c ON c.log = e.log AND c.seq = e.seq`)
}
