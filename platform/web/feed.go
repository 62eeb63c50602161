package web

import (
	"bytes"
	"context"
	"errors"
	"log/slog"
	"net/http"
	"strings"

	"erba/kernel"
)

// Feed adds an address outside the API whose last part is a secret word: programs
// that can show neither session nor token, such as calendars, know nothing else.
// f finds out whose word it is. Whatever goes wrong is answered like a word that
// nobody has, so that nothing is learnt by trying.
func Feed(r *Router, path, suffix string, f func(ctx context.Context, word string) (File, error)) {
	r.mux.HandleFunc("GET "+path+"/{word}", func(w http.ResponseWriter, q *http.Request) {
		word, ok := strings.CutSuffix(q.PathValue("word"), suffix)
		fed, err := feeding{}, error(kernel.Missing("web.no_route"))
		if ok {
			fed, err = calm(q.Context(), &word, feed(f))
		}
		if err != nil {
			if _, ours := errors.AsType[*kernel.Fault](err); !ours {
				slog.ErrorContext(q.Context(), "feed", "path", path, "error", without(word, err))
			}
			refuse(w, q, http.StatusNotFound, kernel.Missing("web.no_route"))
			return
		}
		w.Header().Set("Content-Type", fed.kind)
		_, _ = w.Write(fed.body.Bytes()) // who does not listen misses nothing
	})
}

// feeding is what a feed has to say, written whole before any of it is sent.
type feeding struct {
	kind string
	body *bytes.Buffer
}

// feed finds what a word opens and writes it. A panic on the way stays within calm:
// what catches those of other addresses notes the whole address.
func feed(f func(ctx context.Context, word string) (File, error)) func(context.Context, *string) (feeding, error) {
	return func(ctx context.Context, word *string) (feeding, error) {
		file, err := f(ctx, *word)
		if err != nil {
			return feeding{}, err
		}
		fed := feeding{file.Type, new(bytes.Buffer)}
		return fed, file.Write(fed.body)
	}
}

// without is what an error says, but for the word.
func without(word string, err error) string {
	if word == "" {
		return err.Error()
	}
	return strings.ReplaceAll(err.Error(), word, "…")
}
