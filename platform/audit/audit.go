// Package audit decides what is remembered, how it is shown to be untouched,
// and for how long: who did, saw or was refused what, written in the
// transaction itself and chained by hashes a moment later.
package audit

import (
	"crypto/rand"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"erba/kernel"
	"erba/platform/db"
)

// Schema is the audit's tables.
//
//go:embed schema
var Schema embed.FS

// The logs, each a chain of its own, so that one can be cut without the others.
const (
	Business = "change"   // what was written; kept for ever
	Access   = "access"   // what was looked at that must not be looked at unseen
	Security = "security" // who came, who was refused
	Rights   = "rights"   // who may do what since when; kept for ever
)

// Logs are all of them, in the order in which they are verified.
var Logs = []string{Business, Rights, Access, Security}

// rights are the objects whose changes say who may do what.
var rights = strings.Fields("user role session token service_account second_factor delegation share region_manager")

// Entry is one thing that happened. Seq, Sealed and Hash are the sealer's.
type Entry struct {
	Row     kernel.ID `db:"id"`
	Log     string    `db:"log"`
	Seq     int64     `db:"seq"`
	At      int64     `db:"at"`    // microseconds since 1970, UTC
	Actor   string    `db:"actor"` // the login, job for the nightly work, cli:name for the command line
	Verb    string    `db:"verb"`
	Object  string    `db:"object"`
	ID      kernel.ID `db:"object_id"`
	Account kernel.ID `db:"account_id"` // who may see it may be told
	Detail  string    `db:"detail"`     // JSON
	Salt    string    `db:"salt"`       // goes when the detail has to; see Forget
	Digest  string    `db:"digest"`     // of salt and detail
	Sealed  int64     `db:"sealed_at"`
	Hash    string    `db:"hash"`
}

// Note adds what the transaction's user does, to the transaction itself. A
// detail carries what changed, as far as the audit's readers may know it.
func Note(tx *db.Tx, verb, object string, id kernel.ID, detail any) error {
	return note(tx, logOf(object), verb, object, id, detail)
}

// logOf is the log of what was written.
func logOf(object string) string {
	if slices.Contains(rights, object) {
		return Rights
	}
	return Business
}

// Seen adds that the transaction's user looked at something, or took it along,
// that nobody may look at unseen: a private number, a note, an export.
func Seen(tx *db.Tx, verb, object string, id kernel.ID, detail any) error {
	return note(tx, Access, verb, object, id, detail)
}

// Guarded adds what happened at the doors: who signed in, who was refused.
func Guarded(tx *db.Tx, verb, object string, id kernel.ID, detail any) error {
	return note(tx, Security, verb, object, id, detail)
}

func note(tx *db.Tx, log, verb, object string, id kernel.ID, detail any) error {
	e, err := entry(tx, log, verb, object, id, detail)
	if err != nil {
		return err
	}
	return addAll(tx, []Entry{e})
}

func entry(tx *db.Tx, log, verb, object string, id kernel.ID, detail any) (Entry, error) {
	raw, err := json.Marshal(detail)
	if err != nil {
		return Entry{}, fmt.Errorf("audit %s: %w", verb, err)
	}
	e := Entry{Row: kernel.NewID(), Log: log, At: time.Now().UnixMicro(), Actor: actor(tx), Verb: verb, Object: object,
		ID: id, Account: accountOf(object, id, detail), Detail: string(raw), Salt: rand.Text()}
	e.Digest = e.digest()
	return e, nil
}

// actor is the name of the transaction's user; "" is somebody who has none yet.
func actor(tx *db.Tx) string {
	if a, ok := tx.Viewer().(interface{ Actor() string }); ok {
		return a.Actor()
	}
	return ""
}

// digest stands for the detail in the chain. Without the salt nobody can try
// out which detail it was.
func (e Entry) digest() string { return hash([]any{e.Salt, e.Detail}) }

// second begins the hashes of entries that were written without a number.
const second = "2:"

// chained is the hash over the entry and the hash of the one before.
func (e Entry) chained(before string) string {
	if e.early() {
		sum := sha256.Sum256(fmt.Appendf(nil, "%s\n%d\n%d\n%s\n%s\n%s\n%s\n%s",
			before, e.Seq, e.At, e.Actor, e.Verb, e.Object, e.ID, e.Detail))
		return hex.EncodeToString(sum[:])
	}
	return second + hash([]any{before, e.Log, e.Seq, e.Sealed, e.Row, e.At, e.Actor, e.Verb, e.Object, e.ID, e.Account, e.Digest})
}

// early reports whether the entry was hashed as its first writers did, detail and all.
func (e Entry) early() bool { return e.Digest == "" }

func hash(parts []any) string {
	raw, err := json.Marshal(parts)
	if err != nil {
		panic(err) // texts, numbers and IDs always can
	}
	sum := sha256.Sum256(raw)
	return hex.EncodeToString(sum[:])
}
