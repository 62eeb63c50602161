package web_test

import (
	"net/http/httptest"
	"testing"
	"time"

	"erba/platform/apptest"
	"erba/platform/identity"
)

func TestPatience(t *testing.T) {
	tests := map[string]struct {
		roles identity.Roles
		want  time.Duration
	}{
		"half an hour for most":                 {identity.Roles{"rep"}, 30 * time.Minute},
		"half of that for administrators":       {identity.Roles{"admin"}, 15 * time.Minute},
		"and for finance, whatever else he is":  {identity.Roles{"rep", "finance"}, 15 * time.Minute},
		"directors are most people in this too": {identity.Roles{"director"}, 30 * time.Minute},
	}
	for name, tt := range tests {
		if got := (identity.Viewer{User: identity.User{Roles: tt.roles}}).Patience(); got != tt.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

func TestSessionEnds(t *testing.T) {
	tests := map[string]struct {
		meanwhile string
		after     time.Duration
		status    int
	}{
		"a short pause":         {``, 29 * time.Minute, 200},
		"a long one":            {``, 31 * time.Minute, 401},
		"a finance user's":      {`UPDATE users SET roles = 'rep finance'`, 16 * time.Minute, 401},
		"after eight hours":     {`UPDATE sessions SET expires = expires - 28801`, 0, 401},
		"he is switched off":    {`UPDATE users SET active = FALSE WHERE login = 'rep'`, 0, 401},
		"his password is reset": {`UPDATE users SET era = era + 1 WHERE login = 'rep'`, 0, 401},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			apptest.Each(t, nil, func(s *apptest.Stage) {
				cookie := s.Cookie("rep")
				if tt.meanwhile != "" {
					s.Exec(tt.meanwhile)
				}
				s.Kit.Users.Clock = func() time.Time { return time.Now().Add(tt.after) }
				if w := s.Do("", "GET", "/api/me", "", "Cookie", cookie); w.Code != tt.status {
					s.Errorf("%d %s", w.Code, w.Body)
				}
			})
		})
	}
}

// A screen that asks for news by itself does not keep its user signed in.
func TestAScreenAloneGoesToSleep(t *testing.T) {
	tests := map[string]struct {
		header []string
		status int // after forty minutes of a request every five
	}{
		"somebody works":      {nil, 200},
		"nobody sits before ": {[]string{"Erba-Unattended", "true"}, 401},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			apptest.Each(t, nil, func(s *apptest.Stage) {
				cookie, status := s.Cookie("rep"), 0
				for minutes := 5; minutes <= 40; minutes += 5 {
					later(s, time.Duration(minutes)*time.Minute)
					status = s.Do("", "GET", "/api/jobs", "", append(tt.header, "Cookie", cookie)...).Code
				}
				if status != tt.status {
					s.Errorf("%d", status)
				}
			})
		})
	}
}

// What sets a cookie says one thing about being kept: that it must not be.
func TestNoAnswerThatSetsACookieIsKept(t *testing.T) {
	apptest.Each(t, nil, func(s *apptest.Stage) {
		form := []string{"Content-Type", "application/x-www-form-urlencoded"}
		cookie := s.Cookie("rep")
		answers := map[string]*httptest.ResponseRecorder{
			"signed in":     s.Do("", "POST", "/sign-in", "login=rep&password=secret", form...),
			"not signed in": s.Do("", "POST", "/sign-in", "login=rep&password=guess", form...),
			"signed out":    s.Do("", "POST", "/sign-out", "", append(form, "Cookie", cookie)...),
			"a question":    s.Do("rep", "GET", "/api/me", ""),
		}
		for name, w := range answers {
			if kept := w.Header()["Cache-Control"]; len(kept) != 1 || kept[0] != "no-store" {
				s.Errorf("%s: %q", name, kept)
			}
		}
		for _, name := range []string{"signed in", "signed out"} {
			if answers[name].Header().Get("Set-Cookie") == "" {
				s.Errorf("%s sets no cookie", name)
			}
		}
	})
}
