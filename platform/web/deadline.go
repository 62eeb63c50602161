package web

import (
	"context"
	"errors"
	"io"
	"net/http"
	"time"
)

// Pace is how long whoever asks may take. Who is slower is cut off.
type Pace struct {
	Header  time.Duration // for the head of a request, TLS included
	Request time.Duration // for an ordinary request, and between two pieces of a file
	Digest  time.Duration // for what is done with a file once it is there
	Idle    time.Duration // between two requests
}

var usual = Pace{Header: 10 * time.Second, Request: time.Minute, Digest: 10 * time.Minute, Idle: 2 * time.Minute}

// timed gives every request its time. A file may take as long as it flows.
func (s *Server) timed(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		c := http.NewResponseController(w)
		extend(c, s.Pace.Request)
		if isFile(r) {
			r.Body = &flow{r.Body, c, s.Pace}
		}
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), paceKey{}, s.Pace)))
	})
}

type paceKey struct{}

// extend moves the deadlines of a connection; what has none, such as a test's, does without.
func extend(c *http.ResponseController, by time.Duration) {
	until := time.Now().Add(by)
	_ = c.SetReadDeadline(until)
	_ = c.SetWriteDeadline(until)
}

// flow is a file on its way in: every piece earns the next its time.
type flow struct {
	io.ReadCloser
	c    *http.ResponseController
	pace Pace
}

// Read reads a piece.
func (f *flow) Read(p []byte) (int, error) {
	n, err := f.ReadCloser.Read(p)
	if errors.Is(err, io.EOF) {
		extend(f.c, f.pace.Digest)
	} else if n > 0 {
		extend(f.c, f.pace.Request)
	}
	return n, err
}

// ebb is a file on its way out.
type ebb struct {
	io.Writer
	c    *http.ResponseController
	pace Pace
}

// Write writes a piece.
func (e ebb) Write(p []byte) (int, error) {
	extend(e.c, e.pace.Request)
	return e.Writer.Write(p)
}
