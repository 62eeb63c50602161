package web

import "net/http"

// uncached keeps one Cache-Control to an answer, ours: the session library adds
// its own to whatever sets a cookie, which says less.
func uncached(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		next.ServeHTTP(first{w}, r)
		first{w}.keep()
	})
}

type first struct{ http.ResponseWriter }

// keep drops what was said after us.
func (f first) keep() {
	if h := f.Header(); len(h["Cache-Control"]) > 1 {
		h["Cache-Control"] = h["Cache-Control"][:1]
	}
}

// WriteHeader sends the headers.
func (f first) WriteHeader(code int) {
	f.keep()
	f.ResponseWriter.WriteHeader(code)
}

// Write sends a piece, with the headers if they have not been.
func (f first) Write(p []byte) (int, error) {
	f.keep()
	return f.ResponseWriter.Write(p)
}

// Unwrap is for those who move deadlines or flush.
func (f first) Unwrap() http.ResponseWriter { return f.ResponseWriter }
