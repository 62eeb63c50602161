package web

import (
	"net/http"
	"net/http/httptest"
	"testing"
	"testing/synctest"
	"time"
)

func TestNothingIsSaidInEvenTime(t *testing.T) {
	tests := map[string]struct {
		mode   Mode
		work   time.Duration
		status int
		takes  time.Duration
	}{
		"that there is nothing waits for the end of its step":      {Mode{}, step / 7, http.StatusNotFound, step},
		"and for that of a later one, where it has taken long":     {Mode{}, 2*step + 1, http.StatusNotFound, 3 * step},
		"an answer comes as soon as it is there":                   {Mode{}, step / 7, http.StatusOK, step / 7},
		"tests of something else are told nothing without waiting": {Mode{Lax: true}, step / 7, http.StatusNotFound, step / 7},
	}
	for name, tt := range tests {
		synctest.Test(t, func(t *testing.T) {
			w, begun := httptest.NewRecorder(), time.Now()
			answer := http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
				time.Sleep(tt.work)
				w.WriteHeader(tt.status)
			})
			(&Server{mode: tt.mode}).even(answer).ServeHTTP(w, httptest.NewRequest("GET", "/", nil))
			if took := time.Since(begun); w.Code != tt.status || took != tt.takes {
				t.Errorf("%s: %d after %s, not %s", name, w.Code, took, tt.takes)
			}
		})
	}
}
