package web_test

import (
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/fstest"

	"erba/platform/app"
	"erba/platform/apptest"
	"erba/platform/web"
)

// noTexts are the files of a feature without a word.
var noTexts = fstest.MapFS{"text/zh-CN.json": {Data: []byte("{}")}, "text/en.json": {Data: []byte("{}")}}

// slow is a feature whose only file takes long: meanwhile is done after its first half.
func slow(meanwhile func()) app.Feature {
	half := strings.Repeat("x", 200<<10)
	return app.Feature{Name: "slow", Files: noTexts, Start: func(k *app.Kit) {
		web.Document(k.Router, "/slow", "slow:read", func(context.Context, *struct{}) (web.File, error) {
			return web.File{Name: "slow.txt", Type: "text/plain", Write: func(w io.Writer) error {
				if _, err := io.WriteString(w, half); err != nil {
					return err
				}
				meanwhile()
				_, err := io.WriteString(w, half)
				return err
			}}, nil
		})
	}}
}

func TestAFileEndsWhenItsUserMayNotHaveItAnyMore(t *testing.T) {
	tests := map[string]struct {
		meanwhile string
		whole     bool
		next      int // what the next request is answered
	}{
		"nothing happens":          {`UPDATE users SET name = name`, true, 200},
		"somebody else leaves":     {`UPDATE users SET active = FALSE WHERE login = 'other'`, true, 200},
		"he is switched off":       {`UPDATE users SET active = FALSE WHERE login = 'rep'`, false, 401},
		"he loses the grant":       {`UPDATE users SET roles = '' WHERE login = 'rep'`, false, 403},
		"he reaches fewer rows":    {`UPDATE users SET roles = 'other' WHERE login = 'rep'`, false, 200},
		"his password is reset":    {`UPDATE users SET era = era + 1 WHERE login = 'rep'`, false, 401},
		"his session is ended":     {`DELETE FROM sign_ins`, false, 401},
		"his session has run down": {`UPDATE sign_ins SET since = since - 28801000000`, false, 401},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			var stage *apptest.Stage
			apptest.Each(t, []app.Feature{slow(func() { stage.Exec(tt.meanwhile) })}, func(s *apptest.Stage) {
				stage = s
				server := httptest.NewServer(s.Web.Handler())
				defer server.Close()
				cookie := strings.Split(s.Cookie("rep"), ";")[0]
				got, err := fetch(t, server.URL+"/api/slow", cookie)
				if (err == nil) != tt.whole || (got == 400<<10) != tt.whole {
					s.Errorf("%d bytes, %v", got, err)
				}
				if w := s.Do("", "GET", "/api/slow", "", "Cookie", cookie); w.Code != tt.next {
					s.Errorf("afterwards: %d", w.Code)
				}
			})
		})
	}
}

// fetch reads a file over a real connection, which shows whether it was cut.
func fetch(t *testing.T, url, cookie string) (int64, error) {
	r, err := http.NewRequestWithContext(t.Context(), "GET", url, nil)
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Cookie", cookie)
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		return 0, err
	}
	defer answer.Body.Close()
	return io.Copy(io.Discard, answer.Body)
}
