package outbound

import (
	"io"
	"net/http"

	"erba/kernel"
)

// limited bounds what the other side may answer.
type limited struct{ http.RoundTripper }

// RoundTrip sends a request that carries no password in its address.
func (l limited) RoundTrip(r *http.Request) (*http.Response, error) {
	if r.URL.User != nil {
		return nil, refused(r.URL.Host)
	}
	answer, err := l.RoundTripper.RoundTrip(r)
	if err == nil {
		answer.Body = &bounded{answer.Body, largest}
	}
	return answer, err
}

// bounded is a body that is an error beyond its limit: half an answer is none.
type bounded struct {
	io.ReadCloser
	left int64
}

// Read reads up to one byte beyond the limit, to know whether there is more.
func (b *bounded) Read(p []byte) (int, error) {
	if int64(len(p)) > b.left+1 {
		p = p[:b.left+1]
	}
	n, err := b.ReadCloser.Read(p)
	if b.left -= int64(n); b.left < 0 {
		return 0, kernel.Refused("outbound.too_large")
	}
	return n, err
}
