package web

import (
	"context"
	"log/slog"
	"net/http"
	"strings"
	"sync"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/identity"
)

// book tells the audit who was refused, and which programs read whole lists. It
// writes the same down once a minute at most: nobody fills the disk by asking
// again and again.
type book struct {
	db   *db.DB
	mu   sync.Mutex
	last map[occasion]time.Time
}

// occasion is what counts as the same.
type occasion struct {
	user kernel.ID
	verb string
	of   string // grant or path
}

const (
	often = time.Minute // how seldom the same is written down
	crowd = 1000        // occasions kept in mind before old ones are forgotten
)

type outcomeKey struct{}

// outcome is what became of a request, for who looks at it from outside.
type outcome struct{ key string }

// observed runs the rest of a request and writes down what must be known of it.
func (b *book) observed(ctx huma.Context, grant string, next func(huma.Context)) {
	seen := &outcome{}
	inner := context.WithValue(ctx.Context(), outcomeKey{}, seen)
	next(huma.WithContext(ctx, inner))
	if ctx.Status() == http.StatusForbidden {
		b.denied(inner, grant, seen.key)
	} else if token, ok := identity.TokenOf(inner); ok && grant != Anyone && ctx.Status() == http.StatusOK && bulk(ctx) {
		b.write(inner, occasion{token.ID, "token.read", ctx.Operation().Path}, func(tx *db.Tx) error {
			return audit.Seen(tx, "token.read", "token", token.ID, map[string]string{"name": token.Name, "path": ctx.Operation().Path})
		})
	}
}

// bulk reports whether a request reads a list, not one record.
func bulk(ctx huma.Context) bool {
	return ctx.Method() == http.MethodGet && !strings.Contains(ctx.Operation().Path, "{")
}

// denied writes down that a user was refused something, and why.
func (b *book) denied(ctx context.Context, grant, key string) {
	viewer, _ := identity.From(ctx)
	b.write(ctx, occasion{viewer.ID, "request.denied", grant}, func(tx *db.Tx) error {
		return audit.Guarded(tx, "request.denied", "request", kernel.ID{}, map[string]string{"grant": grant, "reason": key})
	})
}

func (b *book) write(ctx context.Context, o occasion, f func(*db.Tx) error) {
	if !b.first(o, time.Now()) {
		return
	}
	if err := b.db.Write(context.WithoutCancel(ctx), f); err != nil {
		slog.ErrorContext(ctx, "audit of a request", "verb", o.verb, "error", err)
	}
}

// first reports whether this has not been written down for a while.
func (b *book) first(o occasion, now time.Time) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	if now.Sub(b.last[o]) < often {
		return false
	}
	if len(b.last) >= crowd {
		for old, at := range b.last {
			if now.Sub(at) >= often {
				delete(b.last, old)
			}
		}
	}
	b.last[o] = now
	return true
}

// heard keeps the key of a fault for who looks at the request from outside.
func heard(ctx context.Context, f *kernel.Fault) {
	if seen, ok := ctx.Value(outcomeKey{}).(*outcome); ok {
		seen.key = f.Key
	}
}
