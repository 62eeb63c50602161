// Package audit decides what is remembered about every write: who, when, what,
// chained by hashes, in the transaction of the write itself.
package audit

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"time"

	"erba/kernel"
	"erba/platform/db"
)

// Schema is the audit's tables.
//
//go:embed schema
var Schema embed.FS

// Entry is one thing that happened.
type Entry struct {
	Seq    int64     `db:"seq"       json:"seq"`
	At     int64     `db:"at"        json:"at" doc:"Microseconds since 1970, UTC"`
	Actor  string    `db:"actor"     json:"actor" doc:"The login, job for the nightly work, cli:name for the command line"`
	Verb   string    `db:"verb"      json:"verb" doc:"Such as account.opened"`
	Object string    `db:"object"    json:"object" doc:"Such as account"`
	ID     kernel.ID `db:"object_id" json:"id,omitzero"`
	Detail string    `db:"detail"    json:"detail" doc:"JSON"`
	Hash   string    `db:"hash"      json:"-"`
}

// Note adds what the transaction's user does, to the transaction itself. A
// detail carries what changed, as far as the audit's readers may know it.
func Note(tx *db.Tx, verb, object string, id kernel.ID, detail any) error {
	raw, err := json.Marshal(detail)
	if err != nil {
		return fmt.Errorf("audit %s: %w", verb, err)
	}
	head, err := last(tx)
	if err != nil {
		return err
	}
	e := Entry{Seq: head.Seq + 1, At: time.Now().UnixMicro(), Actor: actor(tx),
		Verb: verb, Object: object, ID: id, Detail: string(raw)}
	e.Hash = e.chained(head.Hash)
	return add(tx, e)
}

// actor is the name of the transaction's user; "" is somebody who has none yet.
func actor(tx *db.Tx) string {
	if a, ok := tx.Viewer().(interface{ Actor() string }); ok {
		return a.Actor()
	}
	return ""
}

// chained is the hash over the entry and the hash of the one before.
func (e Entry) chained(before string) string {
	sum := sha256.Sum256(fmt.Appendf(nil, "%s\n%d\n%d\n%s\n%s\n%s\n%s\n%s",
		before, e.Seq, e.At, e.Actor, e.Verb, e.Object, e.ID, e.Detail))
	return hex.EncodeToString(sum[:])
}
