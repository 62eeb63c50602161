package web

import (
	"errors"
	"io"
	"net/http"
	"time"
)

const (
	patience = time.Minute      // for an ordinary request, and between two pieces of a file
	digest   = 10 * time.Minute // for what is done with a file once it is there
)

// timed gives every request its time. A file may take as long as it flows.
func timed(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		c := http.NewResponseController(w)
		extend(c, patience)
		if isFile(r) {
			r.Body = &flow{r.Body, c}
		}
		next.ServeHTTP(w, r)
	})
}

// extend moves the deadlines of a connection; what has none, such as a test's, does without.
func extend(c *http.ResponseController, by time.Duration) {
	until := time.Now().Add(by)
	_ = c.SetReadDeadline(until)
	_ = c.SetWriteDeadline(until)
}

// flow is a file on its way in: every piece earns the next its time.
type flow struct {
	io.ReadCloser
	c *http.ResponseController
}

// Read reads a piece.
func (f *flow) Read(p []byte) (int, error) {
	n, err := f.ReadCloser.Read(p)
	if errors.Is(err, io.EOF) {
		extend(f.c, digest)
	} else if n > 0 {
		extend(f.c, patience)
	}
	return n, err
}

// ebb is a file on its way out.
type ebb struct {
	io.Writer
	c *http.ResponseController
}

// Write writes a piece.
func (e ebb) Write(p []byte) (int, error) {
	extend(e.c, patience)
	return e.Writer.Write(p)
}
