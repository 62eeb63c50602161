package web

import (
	"bytes"
	"context"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// Whatever goes wrong with a feed, its word stays out of the diary, and who tries
// learns nothing.
func TestNoFeedTellsTheDiaryItsWord(t *testing.T) {
	const word = "a-word-that-opens"
	var diary bytes.Buffer
	defer slog.SetDefault(slog.Default())
	slog.SetDefault(slog.New(slog.NewTextHandler(&diary, nil)))
	tests := map[string]struct {
		find  error
		write func(io.Writer) error
		fall  any
	}{
		"whoever looks falls over":          {fall: "no statement for " + word},
		"whoever looks finds an error":      {find: errors.New("nothing at /feeds/" + word)},
		"whoever writes falls over":         {write: func(io.Writer) error { panic(word) }},
		"whoever writes is not able to end": {write: func(io.Writer) error { return errors.New(word) }},
	}
	for name, tt := range tests {
		diary.Reset()
		r := &Router{mux: http.NewServeMux()}
		Feed(r, "/feeds", ".ics", func(context.Context, string) (File, error) {
			if tt.fall != nil {
				panic(tt.fall)
			}
			return File{Type: "text/calendar", Write: tt.write}, tt.find
		})
		w := httptest.NewRecorder()
		recovered(r.mux).ServeHTTP(w, httptest.NewRequest("GET", "/feeds/"+word+".ics", nil))
		if w.Code != http.StatusNotFound || strings.Contains(w.Body.String(), word) {
			t.Errorf("%s: %d %s", name, w.Code, w.Body)
		}
		if told := diary.String(); !strings.Contains(told, "path=/feeds ") || strings.Contains(told, word) {
			t.Errorf("%s: the diary says %s", name, told)
		}
	}
}
