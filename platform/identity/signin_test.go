package identity_test

import (
	"context"
	"testing"

	"erba/kernel"
	"erba/platform/apptest"
	"erba/platform/identity"
)

func TestThrottledSignIn(t *testing.T) {
	type try = identity.Attempt
	wrong := func(login, origin string) try { return try{Login: login, Password: "wrong", Origin: origin} }
	right := try{Login: "rep", Password: "secret", Origin: "1.1.1.1"}
	tests := map[string]struct {
		before []try
		last   try
		want   string
	}{
		"nine failures are forgiven":                {times(9, wrong("rep", "1.1.1.1")), right, ""},
		"after ten the right password has to wait":  {times(10, wrong("rep", "1.1.1.1")), right, "identity.throttled"},
		"wherever they came from":                   {times(10, wrong("rep", "2.2.2.2")), right, "identity.throttled"},
		"a login that does not exist waits as well": {times(10, wrong("ghost", "1.1.1.1")), wrong("ghost", "1.1.1.1"), "identity.throttled"},
		"others are not held up":                    {times(10, wrong("other", "2.2.2.2")), right, ""},
	}
	apptest.Each(t, nil, func(s *apptest.Stage) {
		for name, tt := range tests {
			s.Exec(`DELETE FROM sign_in_tries`)
			for _, a := range tt.before {
				if got := signIn(s, a); got != "identity.bad_sign_in" {
					s.Fatalf("%s: a wrong password was answered %q", name, got)
				}
			}
			if got := signIn(s, tt.last); got != tt.want {
				s.Errorf("%s: %q, want %q", name, got, tt.want)
			}
		}
	})
}

func TestThrottleEndsAfterItsWindow(t *testing.T) {
	apptest.Each(t, nil, func(s *apptest.Stage) {
		for range 10 {
			signIn(s, identity.Attempt{Login: "rep", Password: "x", Origin: "1.1.1.1"})
		}
		s.Exec(`UPDATE sign_in_tries SET at = at - 900000001`)
		if got := signIn(s, identity.Attempt{Login: "rep", Password: "secret", Origin: "1.1.1.1"}); got != "" {
			s.Errorf("a quarter of an hour later: %q", got)
		}
	})
}

func TestAddressThatTriesManyLogins(t *testing.T) {
	apptest.Each(t, nil, func(s *apptest.Stage) {
		s.Exec(`DELETE FROM sign_in_tries`)
		for range 50 {
			signIn(s, identity.Attempt{Login: kernel.NewID().String(), Password: "x", Origin: "6.6.6.6"})
		}
		if got := signIn(s, identity.Attempt{Login: "rep", Password: "secret", Origin: "6.6.6.6"}); got != "identity.throttled" {
			s.Errorf("the fifty-first login from one address: %q", got)
		}
		if got := signIn(s, identity.Attempt{Login: "rep", Password: "secret", Origin: "7.7.7.7"}); got != "" {
			s.Errorf("from elsewhere: %q", got)
		}
	})
}

func TestWhoLeftIsAnsweredLikeNobody(t *testing.T) {
	apptest.Each(t, nil, func(s *apptest.Stage) {
		s.Exec(`UPDATE users SET active = FALSE WHERE login = 'rep'`)
		if got := signIn(s, identity.Attempt{Login: "rep", Password: "secret"}); got != "identity.bad_sign_in" {
			s.Errorf("signing in: %q", got)
		}
		if _, err := s.Kit.Users.Viewer(s.Context(), s.User("rep").ID); key(err) != "web.signed_out" {
			s.Errorf("going on: %v", err)
		}
	})
}

// good is a password that nobody would guess.
const good = "一二三四五六七八九十廿卅"

func TestSetUp(t *testing.T) {
	ann := identity.Founder{Login: "ann", Name: "Ann", Password: good, Language: "en"}
	wang := identity.Founder{Login: "wang", Name: "王总", Password: good, Language: "zh-CN"}
	short := ann
	short.Password = "short"
	named := ann
	named.Password = "my name is Ann!"
	tests := map[string]struct {
		token    string // "" is the right one
		admin    identity.Founder
		director *identity.Founder
		want     string
		small    bool
	}{
		"two people":                        {"", ann, &wang, "", false},
		"one person, small company":         {"", ann, nil, "", true},
		"a wrong token":                     {"guess", ann, nil, "identity.bad_token", false},
		"a short password":                  {"", short, nil, "identity.short_password", false},
		"a password with the login in it":   {"", named, nil, "identity.login_in_password", false},
		"a director without a name":         {"", ann, &identity.Founder{}, "identity.founder_incomplete", false},
		"a director with the same password": {"", ann, &wang, "", false},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			apptest.Each(t, nil, func(s *apptest.Stage) {
				users := clean(s)
				token, err := users.SetUpToken(s.Context())
				if err != nil {
					s.Fatal(err)
				}
				if tt.token != "" {
					token = tt.token
				}
				if _, err = users.SetUp(s.Context(), token, tt.admin, tt.director); key(err) != tt.want {
					s.Fatalf("%v, want %s", err, tt.want)
				}
				empty, _ := users.Vacant(s.Context())
				small, _ := users.SmallCompany(s.Context())
				if empty != (tt.want != "") || small != tt.small {
					s.Errorf("nobody there: %t, small company: %t", empty, small)
				}
				if _, err = users.SetUp(s.Context(), token, tt.admin, nil); tt.want == "" && key(err) != "identity.set_up_done" {
					s.Errorf("a second time: %v", err)
				}
			})
		})
	}
}

func TestOnlyTheLastTokenCounts(t *testing.T) {
	apptest.Each(t, nil, func(s *apptest.Stage) {
		users := clean(s)
		first, _ := users.SetUpToken(s.Context())
		_, _ = users.SetUpToken(s.Context())
		_, err := users.SetUp(s.Context(), first, identity.Founder{Login: "a", Name: "a", Password: good}, nil)
		if key(err) != "identity.bad_token" {
			s.Errorf("the first token: %v", err)
		}
	})
}

// clean is the identity service of a database without users.
func clean(s *apptest.Stage) *identity.Service {
	s.Exec(`DELETE FROM reports`)
	s.Exec(`UPDATE users SET boss_id = NULL`)
	s.Exec(`DELETE FROM users`)
	return identity.NewService(s.DB, identity.Matrix{identity.Admin: {}, identity.Director: {}})
}

func times(n int, a identity.Attempt) (all []identity.Attempt) {
	for range n {
		all = append(all, a)
	}
	return all
}

func signIn(s *apptest.Stage, a identity.Attempt) string {
	_, err := s.Kit.Users.SignIn(context.WithoutCancel(s.Context()), a)
	return key(err)
}

func key(err error) string {
	if f, ok := err.(*kernel.Fault); ok {
		return f.Key
	}
	if err != nil {
		return err.Error()
	}
	return ""
}
