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
		var file File
		err := error(kernel.Missing("web.no_route"))
		if ok {
			file, err = f(q.Context(), word)
		}
		var body bytes.Buffer
		if err == nil {
			err = file.Write(&body)
		}
		if err != nil {
			if _, ours := errors.AsType[*kernel.Fault](err); !ours {
				slog.ErrorContext(q.Context(), "feed", "path", path, "error", err) // never the word
			}
			refuse(w, q, http.StatusNotFound, kernel.Missing("web.no_route"))
			return
		}
		w.Header().Set("Content-Type", file.Type)
		_, _ = w.Write(body.Bytes()) // who does not listen misses nothing
	})
}
