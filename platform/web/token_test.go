package web_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"erba/kernel"
	"erba/platform/apptest"
	"erba/platform/identity"
	"erba/platform/web"
)

// token makes a token of a role's user through the API.
func token(s *apptest.Stage, role, body string) (made web.Issued) {
	s.Helper()
	w := s.Do(role, "POST", "/api/me/tokens", body)
	if err := json.Unmarshal(w.Body.Bytes(), &made); err != nil || made.Word == "" {
		s.Fatalf("%d %s", w.Code, w.Body)
	}
	return made
}

func byToken(s *apptest.Stage, word, method, path, body string) (int, string) {
	w := s.Do("", method, path, body, "Authorization", "Bearer "+word)
	return w.Code, w.Body.String() + w.Header().Get("Set-Cookie")
}

func TestATokenIsNeverMoreThanAsked(t *testing.T) {
	tests := map[string]struct {
		body   string
		status int
		want   string
	}{
		"one of his grants":           {`{"name":"feed","grants":["job:read"],"days":90}`, 200, `"word":"erba_`},
		"a grant that he has not":     {`{"name":"feed","grants":["crown:wear"],"days":9}`, 403, "identity.token_beyond"},
		"what only persons decide":    {`{"name":"feed","grants":["approval:decide"],"days":9}`, 403, "identity.token_beyond"},
		"no grant at all":             {`{"name":"feed","grants":[],"days":9}`, 422, "identity.token_without_grants"},
		"longer than ninety days":     {`{"name":"feed","grants":["job:read"],"days":91}`, 422, "web.invalid"},
		"no time at all":              {`{"name":"feed","grants":["job:read"],"days":0}`, 422, "web.invalid"},
		"no name":                     {`{"name":" ","grants":["job:read"],"days":9}`, 422, "identity.bad_token_name"},
		"for somebody else":           {`{"name":"x","grants":["job:read"],"days":9,"for":"OTHER"}`, 404, "db.missing"},
		"for somebody who is not one": {`{"name":"x","grants":["job:read"],"days":9,"for":"0000000000001"}`, 404, "db.missing"},
	}
	strict(t, func(s *apptest.Stage) {
		for name, tt := range tests {
			w := s.Do("rep", "POST", "/api/me/tokens", strings.ReplaceAll(tt.body, "OTHER", s.User("other").ID.String()))
			if w.Code != tt.status || !strings.Contains(w.Body.String(), tt.want) {
				s.Errorf("%s: %d %s", name, w.Code, w.Body)
			}
		}
	})
}

func TestATokenEndsWithItsOwner(t *testing.T) {
	tests := map[string]struct {
		meanwhile string
		after     time.Duration
		status    int
	}{
		"nothing happens":              {``, 0, 200},
		"its last day":                 {``, 9*24*time.Hour - time.Minute, 200},
		"the day after":                {``, 9*24*time.Hour + time.Minute, 401},
		"its owner loses his role":     {`UPDATE users SET roles = ''`, 0, 403},
		"its owner is switched off":    {`UPDATE users SET active = FALSE`, 0, 401},
		"it is revoked":                {`DELETE FROM api_tokens`, 0, 401},
		"it was given something else":  {`UPDATE api_tokens SET grants = 'job:cancel'`, 0, 403},
		"somebody adds what he lacks":  {`UPDATE api_tokens SET grants = 'crown:wear'`, 0, 403},
		"his password is another":      {`UPDATE users SET era = era + 1`, 0, 200},
		"the word in the database":     {`UPDATE api_tokens SET word = 'x'`, 0, 401},
		"he has to set a password":     {`UPDATE users SET one_time = TRUE`, 0, 200},
		"his sessions are all at end ": {`DELETE FROM sign_ins`, 0, 200},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			strict(t, func(s *apptest.Stage) {
				made := token(s, "rep", `{"name":"feed","grants":["job:read"],"days":9}`)
				if tt.meanwhile != "" {
					s.Exec(tt.meanwhile)
				}
				s.Kit.Users.Clock = func() time.Time { return time.Now().Add(tt.after) }
				if status, body := byToken(s, made.Word, "GET", "/api/jobs", ""); status != tt.status {
					s.Errorf("%d %s", status, body)
				}
			})
		})
	}
}

func TestWhatATokenCannot(t *testing.T) {
	tests := map[string]struct {
		word, method, path, body string
		status                   int
		want                     string
	}{
		"it reads":                        {"", "GET", "/api/jobs", "", 200, ""},
		"it knows whose it is":            {"", "GET", "/api/me", "", 200, `"login":"rep"`},
		"what it was not given":           {"", "POST", "/api/jobs/0000000000001/cancel", "", 403, "web.denied"},
		"it makes no other token":         {"", "POST", "/api/me/tokens", `{"name":"x","grants":["job:read"],"days":9}`, 403, "web.step_up"},
		"nor lists them":                  {"", "GET", "/api/me/tokens", "", 403, "web.in_person"},
		"it sets no password":             {"", "PUT", "/api/me/password", `{"current":"secret","next":"a long new one"}`, 403, "web.in_person"},
		"it ends no session":              {"", "DELETE", "/api/me/sessions", "", 403, "web.in_person"},
		"it is no proof, and gets none":   {"", "POST", "/api/proof", `{"login":"rep","password":"secret"}`, 403, "web.in_person"},
		"no screen opens for it":          {"", "GET", "/accounts", "", 303, ""},
		"a guess":                         {"erba_aaaaaaaaaaaaaaaaaaaaaaaaaa", "GET", "/api/me", "", 401, "web.bad_token"},
		"nothing":                         {" ", "GET", "/api/me", "", 401, "web.bad_token"},
		"what the database holds instead": {"hash", "GET", "/api/me", "", 401, "web.bad_token"},
	}
	strict(t, func(s *apptest.Stage) {
		made := token(s, "rep", `{"name":"feed","grants":["job:read"],"days":9}`)
		for name, tt := range tests {
			word := tt.word
			if word == "" {
				word = made.Word
			}
			status, body := byToken(s, word, tt.method, tt.path, tt.body)
			if status != tt.status || !strings.Contains(body, tt.want) || strings.Contains(body, "__Host-") {
				s.Errorf("%s: %d %s", name, status, body)
			}
		}
	})
}

// A browser's cookie beside a token counts for nothing, the cross-site header of a token's request neither.
func TestATokenComesWithoutCookies(t *testing.T) {
	strict(t, func(s *apptest.Stage) {
		made := token(s, "rep", `{"name":"feed","grants":["job:read"],"days":9}`)
		w := s.Do("", "GET", "/api/me/sessions", "", "Authorization", "Bearer "+made.Word, "Cookie", s.Cookie("rep"))
		if w.Code != 403 {
			s.Errorf("with a cookie as well: %d %s", w.Code, w.Body)
		}
		var all web.Tokens
		w = s.Do("rep", "GET", "/api/me/tokens", "")
		if err := json.Unmarshal(w.Body.Bytes(), &all); err != nil || len(all.Tokens) != 1 || all.Tokens[0].Used.IsZero() || strings.Contains(w.Body.String(), made.Word) {
			s.Errorf("its use shows, its word does not: %s", w.Body)
		}
		if w := s.Do("other", "DELETE", "/api/me/tokens/"+made.Token.ID.String(), ""); w.Code != 404 {
			s.Errorf("somebody else revokes it: %d", w.Code)
		}
		if w := s.Do("rep", "DELETE", "/api/me/tokens/"+made.Token.ID.String(), ""); w.Code != 200 {
			s.Errorf("revoking: %d %s", w.Code, w.Body)
		}
		if status, _ := byToken(s, made.Word, "GET", "/api/jobs", ""); status != 401 {
			s.Errorf("a moment later: %d", status)
		}
	})
}

func TestAServiceAccountIsNoMoreThanItsOwner(t *testing.T) {
	tests := map[string]struct {
		meanwhile string
		status    int
	}{
		"both may":                       {``, 200},
		"its owner may no longer":        {`UPDATE users SET roles = '' WHERE login = 'rep'`, 403},
		"it may no longer itself":        {`UPDATE users SET roles = '' WHERE login = 'feed'`, 403},
		"its owner left":                 {`UPDATE users SET active = FALSE WHERE login = 'rep'`, 401},
		"it was switched off":            {`UPDATE users SET active = FALSE WHERE login = 'feed'`, 401},
		"another answers for it, and he": {`UPDATE users SET owner_id = (SELECT id FROM users WHERE login = 'other') WHERE login = 'feed'`, 200},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			strict(t, func(s *apptest.Stage) {
				feed, err := s.Kit.Users.Add(s.Context(), identity.User{Login: "feed", Name: "Feed",
					Roles: identity.Roles{"manager"}, Language: "en", Owner: s.User("rep").ID}, "")
				if err != nil {
					s.Fatal(err)
				}
				made := token(s, "rep", fmt.Sprintf(`{"name":"feed","grants":["job:read"],"days":9,"for":%q}`, feed.ID))
				if w := s.Do("", "POST", "/sign-in", "login=feed&password=", asForm...); w.Code != 403 {
					s.Errorf("it has no password, and none opens: %d", w.Code)
				}
				if _, err := s.Kit.Users.Reset(s.As("director"), feed.ID); key(err) != "identity.no_person" {
					s.Errorf("nor can it get one: %v", err)
				}
				if tt.meanwhile != "" {
					s.Exec(tt.meanwhile)
				}
				if status, body := byToken(s, made.Word, "GET", "/api/jobs", ""); status != tt.status {
					s.Errorf("%d %s", status, body)
				}
			})
		})
	}
}

func key(err error) string {
	if f, ok := err.(*kernel.Fault); ok {
		return f.Key
	}
	return fmt.Sprint(err)
}
