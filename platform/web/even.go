package web

import (
	"net/http"
	"time"
)

// step is what the time of an answer that there is nothing is rounded up to.
// A row out of sight takes some millionths of a second longer than none, which
// whoever asks often enough could measure; far above it nobody notices.
const step = 5 * time.Millisecond

// even lets "there is no such thing" take as long for what is out of sight as
// for what is not there. Tests of something else do without the wait.
func (s *Server) even(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !s.mode.Lax {
			w = &evened{w, time.Now()}
		}
		next.ServeHTTP(w, r)
	})
}

// evened is an answer that waits for the end of its step before it says that there is nothing.
type evened struct {
	http.ResponseWriter
	begun time.Time
}

// WriteHeader begins the answer.
func (e *evened) WriteHeader(status int) {
	if status == http.StatusNotFound {
		time.Sleep(step - time.Since(e.begun)%step)
	}
	e.ResponseWriter.WriteHeader(status)
}

// Unwrap lets a controller reach the connection.
func (e *evened) Unwrap() http.ResponseWriter { return e.ResponseWriter }
