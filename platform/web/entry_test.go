package web_test

import (
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"erba/platform/apptest"
	"erba/platform/web"
)

var asForm = []string{"Content-Type", "application/x-www-form-urlencoded"}

func TestEntryPages(t *testing.T) {
	tests := map[string]struct {
		role, method, path, body, accept string
		status                           int
		want                             string
	}{
		"the page speaks as the browser prefers":   {"", "GET", "/sign-in", "", "en", 200, "User name"},
		"or as chosen":                             {"", "GET", "/sign-in?lang=zh-CN", "", "en", 200, "用户名"},
		"a mistake is told in the chosen language": {"", "POST", "/sign-in", "login=x&password=y&lang=zh-CN", "en", 403, "用户名或密码不对"},
		"what was typed stays, but no password":    {"", "POST", "/sign-in", "login=typed&password=secretword", "en", 403, `value="typed"`},
		"who is signed in goes on":                 {"rep", "GET", "/sign-in", "", "en", 303, ""},
		"nobody sees a screen":                     {"", "GET", "/accounts", "", "en", 303, ""},
		"set-up is over once there are users":      {"", "GET", "/set-up", "", "en", 303, ""},
		"whatever is sent to it":                   {"", "POST", "/set-up", "token=x&admin_login=a&admin_name=a&admin_password=long+enough+1&small=yes", "en", 409, "set up already"},
		"no endpoint":                              {"rep", "GET", "/api/unknown", "", "en", 404, "web.no_route"},
		"HEAD is GET without a body":               {"rep", "HEAD", "/api/me", "", "en", 200, ""},
		"no screen takes a POST":                   {"rep", "POST", "/accounts", "", "en", 405, ""},
	}
	apptest.Each(t, nil, func(s *apptest.Stage) {
		for name, tt := range tests {
			w := s.Do(tt.role, tt.method, tt.path, tt.body, append(asForm, "Accept-Language", tt.accept)...)
			if w.Code != tt.status || !strings.Contains(w.Body.String(), tt.want) || strings.Contains(w.Body.String(), "secretword") {
				s.Errorf("%s: %d %s", name, w.Code, w.Body)
			}
		}
	})
}

func TestFirstSetUpInTheBrowser(t *testing.T) {
	apptest.Each(t, nil, func(s *apptest.Stage) {
		s.Exec(`DELETE FROM reports`)
		s.Exec(`UPDATE users SET boss_id = NULL`)
		s.Exec(`DELETE FROM users`)
		if w := s.Do("", "GET", "/sign-in", ""); w.Header().Get("Location") != "/set-up" {
			s.Fatalf("nobody can sign in, so: %d %s", w.Code, w.Header().Get("Location"))
		}
		token, err := s.Kit.Users.SetUpToken(s.Context())
		if err != nil {
			s.Fatal(err)
		}
		form := url.Values{"token": {"wrong"}, "small": {"yes"}, "admin_login": {"ann"}, "admin_name": {"Ann"}, "admin_password": {"long enough!"}}
		if w := s.Do("", "POST", "/set-up", form.Encode(), asForm...); w.Code != 403 || !strings.Contains(w.Body.String(), `value="ann"`) {
			s.Errorf("a wrong token: %d %s", w.Code, w.Body)
		}
		s.Exec(`UPDATE users SET roles = roles`)
		form.Set("token", token)
		w := s.Do("", "POST", "/set-up", form.Encode(), asForm...)
		if w.Code != 303 || w.Header().Get("Set-Cookie") == "" {
			s.Fatalf("the right one: %d %s", w.Code, w.Body)
		}
		if me := s.Do("", "GET", "/api/me", "", "Cookie", w.Header().Get("Set-Cookie")); !strings.Contains(me.Body.String(), `"login":"ann"`) {
			s.Errorf("who is that: %s", me.Body)
		}
	})
}

func TestOneTimePassword(t *testing.T) {
	apptest.Each(t, nil, func(s *apptest.Stage) {
		before := s.Cookie("rep")
		word, err := s.Kit.Users.Reset(s.As("director"), s.User("rep").ID)
		if err != nil {
			s.Fatal(err)
		}
		if w := s.Do("", "GET", "/api/me", "", "Cookie", before); w.Code != 401 {
			s.Errorf("his sessions go on: %d", w.Code)
		}
		in := s.Do("", "POST", "/sign-in", url.Values{"login": {"rep"}, "password": {word}}.Encode(), asForm...)
		cookie := in.Header().Get("Set-Cookie")
		steps := []struct {
			what, method, path, body string
			status                   int
			want                     string
		}{
			{"a screen leads to the password", "GET", "/accounts", "", 303, ""},
			{"the API wants it first", "GET", "/api/me", "", 403, "identity.set_password"},
			{"a short one is refused", "POST", "/password", "old=" + word + "&new=short&again=short", 422, "12"},
			{"two different ones are", "POST", "/password", "old=" + word + "&new=long+enough+1&again=long+enough+2", 422, "differ"},
			{"the old one must be right", "POST", "/password", "old=x&new=long+enough+1&again=long+enough+1", 403, "wrong"},
			{"then it is done", "POST", "/password", "old=" + word + "&new=long+enough+1&again=long+enough+1", 303, ""},
		}
		for _, step := range steps {
			w := s.Do("", step.method, step.path, step.body, append(asForm, "Cookie", cookie)...)
			if w.Code != step.status || !strings.Contains(w.Body.String(), step.want) {
				s.Errorf("%s: %d %s", step.what, w.Code, w.Body)
			}
			if fresh := w.Header().Get("Set-Cookie"); fresh != "" {
				cookie = fresh
			}
		}
		if w := s.Do("", "GET", "/api/me", "", "Cookie", cookie); w.Code != 200 {
			s.Errorf("and he goes on: %d %s", w.Code, w.Body)
		}
	})
}

func TestSignOutEndsTheSession(t *testing.T) {
	apptest.Each(t, nil, func(s *apptest.Stage) {
		cookie := s.Cookie("rep")
		s.Do("", "POST", "/sign-out", "", append(asForm, "Cookie", cookie)...)
		if w := s.Do("", "GET", "/api/me", "", "Cookie", cookie); w.Code != 401 {
			s.Errorf("afterwards: %d", w.Code)
		}
	})
}

func TestModeIsTold(t *testing.T) {
	tests := map[string]struct {
		mode         web.Mode
		cookie, want string
	}{
		"this machine alone":          {web.Mode{}, "__Host-erba=", `"grants"`},
		"the demo":                    {web.Mode{Demo: true}, "__Host-erba=", `"demo":true`},
		"plain HTTP beyond this host": {web.Mode{Insecure: true}, "erba=", `"insecure":true`},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			apptest.Each(t, nil, func(s *apptest.Stage) {
				s.Web.Run(tt.mode)
				in := httptest.NewRequest("POST", "/sign-in", strings.NewReader("login=rep&password=secret"))
				in.Header.Set("Content-Type", asForm[1])
				w := httptest.NewRecorder()
				s.Web.Handler().ServeHTTP(w, in)
				cookie := w.Header().Get("Set-Cookie")
				if !strings.HasPrefix(cookie, tt.cookie) || strings.Contains(cookie, "Secure") == tt.mode.Insecure {
					s.Errorf("cookie %q", cookie)
				}
				me := httptest.NewRequest("GET", "/api/me", nil)
				me.Header.Set("Cookie", cookie)
				w = httptest.NewRecorder()
				s.Web.Handler().ServeHTTP(w, me)
				if !strings.Contains(w.Body.String(), tt.want) {
					s.Errorf("me: %s", w.Body)
				}
			})
		})
	}
}
