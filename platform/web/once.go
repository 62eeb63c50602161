package web

import (
	"bytes"
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"time"

	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

const (
	remembered = 24 * time.Hour        // how long a POST with a key is answered as the first time
	most       = 100                   // characters of a key
	waits      = 10 * time.Second      // for the same request that is still on its way
	looks      = 20 * time.Millisecond // how often meanwhile
	lease      = 8 * time.Second       // after which who took a key and says no more is dead
	renews     = 2 * time.Second       // how often he says that he is not
)

// committed is the status of a request whose work is in the database and whose
// answer is not: it is written in the transaction of the work itself.
const committed = 1

// replies remembers what each user's POSTs were answered, by the
// Idempotency-Key that he gave them.
type replies struct{ db *db.DB }

// answer is one of them; a status of 0 means that the request is on its way and nothing
// done. Until there is an answer, Header is a word that only who took the key knows.
type answer struct {
	User    kernel.ID `db:"user_id"`
	Name    string    `db:"name"`
	Request string    `db:"request"`
	Status  int       `db:"status"`
	Header  string    `db:"header"` // the media type
	Body    []byte    `db:"body"`
	At      int64     `db:"at"`
}

// once does a POST with an Idempotency-Key at most once, and answers its
// repetitions alike. Only what was done is remembered: who was refused may try again.
func (s replies) once(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		viewer, known := identity.From(r.Context())
		key := r.Header.Get("Idempotency-Key")
		if r.Method != http.MethodPost || key == "" || !known {
			next.ServeHTTP(w, r)
			return
		}
		print, err := fingerprint(r)
		if err != nil || len(key) > most {
			refuse(w, r, http.StatusUnprocessableEntity, kernel.Invalid("web.invalid"))
			return
		}
		mine := answer{User: viewer.ID, Name: key, Request: print, Header: rand.Text(), Body: []byte{}, At: time.Now().UnixMicro()}
		switch a, first, err := s.await(r.Context(), mine); {
		case err != nil:
			reject(w, problemOf(r.Context(), err))
		case first:
			s.do(w, r, mine, next)
		case a.Request != print:
			refuse(w, r, http.StatusUnprocessableEntity, kernel.Invalid("web.key_reused"))
		default:
			w.Header().Set("Content-Type", a.Header)
			w.Header().Set("Idempotency-Replayed", "true")
			w.WriteHeader(a.Status)
			_, _ = w.Write(a.Body)
		}
	})
}

// fingerprint tells two requests apart. A file is told by its address alone.
func fingerprint(r *http.Request) (string, error) {
	sum := sha256.New()
	_, _ = io.WriteString(sum, r.URL.RequestURI()+"\n")
	if !isFile(r) {
		body, err := io.ReadAll(r.Body)
		if err != nil {
			return "", err
		}
		sum.Write(body)
		r.Body = io.NopCloser(bytes.NewReader(body))
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}

// await takes the key, or waits for the answer of whoever has it.
func (s replies) await(ctx context.Context, mine answer) (a answer, first bool, err error) {
	end := time.After(waits)
	tick := time.NewTicker(looks)
	defer tick.Stop()
	for {
		mine.At = time.Now().UnixMicro()
		if a, first, err = s.claim(ctx, mine); err != nil || first || a.Status > committed {
			return a, first, err
		}
		if a.Status == committed && a.dead(mine.At) {
			return a, false, unanswered(a)
		}
		select {
		case <-ctx.Done():
			return a, false, ctx.Err()
		case <-end:
			return a, false, unanswered(a)
		case <-tick.C:
		}
	}
}

// dead reports whether who took the key no longer says that he lives.
func (a answer) dead(now int64) bool { return a.At < now-lease.Microseconds() }

// unanswered says what is known of a request that does not come to its end.
func unanswered(a answer) error {
	if a.Status == committed {
		return kernel.Refused("web.outcome_done")
	}
	return kernel.Refused("web.outcome_unknown")
}

// claim takes a key that is free, or whose request died before it did anything.
func (s replies) claim(ctx context.Context, mine answer) (a answer, first bool, err error) {
	err = s.db.Write(ctx, func(tx *db.Tx) error {
		if _, err := tx.Exec(`DELETE FROM replies WHERE at < ?`, mine.At-remembered.Microseconds()); err != nil {
			return err
		}
		n, err := tx.Exec(`INSERT INTO replies (user_id, name, request, status, header, body, at)
			VALUES (?, ?, ?, 0, ?, ?, ?) ON CONFLICT (user_id, name) DO NOTHING`,
			mine.User, mine.Name, mine.Request, mine.Header, mine.Body, mine.At)
		if err == nil && n == 0 {
			n, err = tx.Exec(`UPDATE replies SET request = ?, header = ?, at = ? WHERE user_id = ? AND name = ? AND status = 0 AND at < ?`,
				mine.Request, mine.Header, mine.At, mine.User, mine.Name, mine.At-lease.Microseconds())
		}
		if first = n == 1; first || err != nil {
			return err
		}
		a, err = db.Find[answer](tx, `SELECT user_id, name, request, status, header, body, at
			FROM replies WHERE user_id = ? AND name = ?`, mine.User, mine.Name)
		return err
	})
	if f, ok := errors.AsType[*kernel.Fault](err); ok && f.Key == "db.missing" {
		err = nil // given back between the two statements: take it the next time
	}
	return a, first, err
}

// do answers for the first time and remembers it, even if nobody listens any more.
func (s replies) do(w http.ResponseWriter, r *http.Request, mine answer, next http.Handler) {
	seen := &witness{ResponseWriter: w, status: http.StatusOK}
	ctx := context.WithoutCancel(r.Context())
	done := make(chan struct{})
	go s.live(ctx, mine, done)
	defer func() {
		close(done)
		if err := s.settle(ctx, mine, seen); err != nil {
			slog.ErrorContext(ctx, "idempotency key", "error", err)
		}
	}()
	next.ServeHTTP(seen, r.WithContext(db.Along(r.Context(), mine.committed)))
	seen.whole = true
}

// live says that a request is still on its way, until it is done.
func (s replies) live(ctx context.Context, mine answer, done <-chan struct{}) {
	tick := time.NewTicker(renews)
	defer tick.Stop()
	for {
		select {
		case <-done:
			return
		case <-tick.C:
		}
		err := s.db.Write(ctx, func(tx *db.Tx) error {
			_, err := tx.Exec(`UPDATE replies SET at = ? WHERE user_id = ? AND name = ? AND header = ?`, time.Now().UnixMicro(), mine.User, mine.Name, mine.Header)
			return err
		})
		if err != nil {
			slog.WarnContext(ctx, "idempotency key", "error", err)
		}
	}
}

// committed notes, with the work itself, that it is done; who was taken for dead
// and has lost the key to somebody else does nothing.
func (a answer) committed(tx *db.Tx) error {
	n, err := tx.Exec(`UPDATE replies SET status = ? WHERE user_id = ? AND name = ? AND header = ? AND status <= ?`, committed, a.User, a.Name, a.Header, committed)
	if err == nil && n == 0 {
		err = kernel.Refused("web.outcome_unknown")
	}
	return err
}

// settle keeps a success and gives the key of anything else back.
func (s replies) settle(ctx context.Context, mine answer, seen *witness) error {
	return s.db.Write(ctx, func(tx *db.Tx) (err error) {
		if seen.whole && seen.status/100 == 2 {
			_, err = tx.Exec(`UPDATE replies SET status = ?, header = ?, body = ? WHERE user_id = ? AND name = ? AND header = ?`,
				seen.status, seen.Header().Get("Content-Type"), append([]byte{}, seen.body.Bytes()...), mine.User, mine.Name, mine.Header)
		} else {
			_, err = tx.Exec(`DELETE FROM replies WHERE user_id = ? AND name = ? AND header = ?`, mine.User, mine.Name, mine.Header)
		}
		return err
	})
}

// witness sees what is answered.
type witness struct {
	http.ResponseWriter
	status int
	body   bytes.Buffer
	whole  bool // the handler came to its end
}

// WriteHeader notes the status.
func (w *witness) WriteHeader(status int) {
	w.status = status
	w.ResponseWriter.WriteHeader(status)
}

// Write notes the body.
func (w *witness) Write(p []byte) (int, error) {
	w.body.Write(p)
	return w.ResponseWriter.Write(p)
}

// Unwrap lets deadlines through.
func (w *witness) Unwrap() http.ResponseWriter { return w.ResponseWriter }
