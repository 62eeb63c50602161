// Package edge shows what holds for every route of the whole product, whoever
// adds one: its cases come from the API's own document.
package edge

import (
	"crypto/tls"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"erba/feature"
	"erba/kernel"
	"erba/platform/apptest"
	"erba/platform/web"
)

// wanted are the headers of every answer, whole or in part.
var wanted = map[string][]string{
	"Content-Security-Policy": {"default-src 'none'", "script-src 'self';", "style-src 'self' 'nonce-", "form-action 'self'",
		"base-uri 'none'", "frame-ancestors 'none'", "connect-src 'self'"},
	"X-Content-Type-Options":       {"nosniff"},
	"Referrer-Policy":              {"same-origin"},
	"Cross-Origin-Opener-Policy":   {"same-origin"},
	"Cross-Origin-Resource-Policy": {"same-origin"},
	"Permissions-Policy":           {"camera=()", "geolocation=()", "microphone=()"},
	"Strict-Transport-Security":    {"max-age=31536000"},
	"Cache-Control":                {""},
}

// call is one request of the walk.
type call struct{ role, method, path, kind, body string }

func TestEveryAnswerCarriesTheHeaders(t *testing.T) {
	apptest.Whole(t, feature.Product, func(s *apptest.Stage) {
		for _, role := range []string{"privacy", "admin", "director"} {
			cookie(s, role)
		}
		s.Web.Run(web.Mode{Strict: true, Lax: true, Edge: web.Edge{Public: &url.URL{Scheme: "https", Host: "erba.example"}}})
		server := s.Web.Handler()
		all := append(everywhere(s), elsewhere...)
		statuses := map[int]int{}
		for _, c := range all {
			w := answer(s, server, c)
			statuses[w.Code]++
			for _, wrong := range lacks(w) {
				s.Errorf("%s %s as %q (%d): %s", c.method, c.path, c.role, w.Code, wrong)
			}
		}
		for _, status := range []int{200, 303, 400, 401, 403, 404, 405, 413, 422} {
			if statuses[status] == 0 {
				s.Errorf("no answer was a %d: %v", status, statuses)
			}
		}
	})
}

// everywhere is every endpoint for nobody, for who may not and for who may, and with a method it does not take.
func everywhere(s *apptest.Stage) (all []call) {
	for _, o := range operations(s) {
		path := strings.NewReplacer("{id}", kernel.NewID().String(), "{", "", "}", "").Replace(o.Path)
		for _, role := range []string{"", "privacy", "admin", "director"} {
			all = append(all, call{role, o.Method, path, "application/json", "{}"})
		}
		all = append(all, call{"director", "BREW", path, "", ""}, call{"director", o.Method, path, "application/json", "{"},
			call{"director", o.Method, path + "?unknown=1", "application/json", ""})
	}
	return all
}

var large = `{"x":"` + strings.Repeat("x", 2<<20) + `"}`

// elsewhere are the pages, the files, and what people try who look for holes.
var elsewhere = []call{
	{"", "GET", "/", "", ""}, {"director", "GET", "/", "", ""}, {"director", "GET", "/accounts/x", "", ""}, {"director", "POST", "/accounts", "", ""},
	{"", "GET", "/sign-in", "", ""}, {"", "POST", "/sign-in", "application/x-www-form-urlencoded", "login=x&password=y"}, {"", "HEAD", "/sign-in", "", ""},
	{"", "GET", "/set-up", "", ""}, {"", "POST", "/set-up", "application/x-www-form-urlencoded", "token=x"}, {"", "GET", "/password", "", ""},
	{"director", "GET", "/password", "", ""}, {"", "GET", "/api", "", ""}, {"", "GET", "/api/", "", ""},
	{"", "GET", "/api/none", "", ""}, {"", "GET", "/api/openapi.json", "", ""}, {"", "GET", "/api/openapi.yaml", "", ""}, {"", "GET", "/api/docs", "", ""},
	{"", "GET", "/assets/none.js", "", ""}, {"", "GET", "/worker.js", "", ""}, {"", "GET", "/assets/", "", ""}, {"", "GET", "/assets/../index.html", "", ""}, {"", "GET", "/assets/%2e%2e/index.html", "", ""},
	{"", "GET", "//evil.example/", "", ""}, {"", "OPTIONS", "/", "", ""}, {"", "TRACE", "/", "", ""}, {"", "CONNECT", "/api/me", "", ""},
	{"", "GET", "/.git/config", "", ""}, {"", "GET", "/favicon.ico", "", ""}, {"director", "PUT", "/api/me/language", "application/json", large},
	{"director", "PUT", "/api/me/language", "text/xml", "<x/>"}, {"director", "POST", "/sign-out", "", ""},
}

func answer(s *apptest.Stage, server http.Handler, c call) *httptest.ResponseRecorder {
	r := httptest.NewRequest(c.method, "https://erba.example"+c.path, strings.NewReader(c.body))
	r.TLS = &tls.ConnectionState{}
	if c.kind != "" {
		r.Header.Set("Content-Type", c.kind)
	}
	if c.role != "" {
		r.Header.Set("Cookie", cookie(s, c.role))
	}
	w := httptest.NewRecorder()
	defer func() {
		if p := recover(); p != nil && p != http.ErrAbortHandler {
			panic(p)
		}
	}()
	server.ServeHTTP(w, r)
	return w
}

// lacks says what an answer has not, or has and should not.
func lacks(w *httptest.ResponseRecorder) (wrong []string) {
	for name, parts := range wanted {
		for _, part := range parts {
			if got, there := w.Header()[name]; !there || !strings.Contains(got[0], part) {
				wrong = append(wrong, fmt.Sprintf("%s is %q, want %q", name, got, part))
			}
		}
	}
	if csp := w.Header().Get("Content-Security-Policy"); strings.Contains(csp, "unsafe") || strings.Contains(csp, "*") {
		wrong = append(wrong, csp)
	}
	for _, cookie := range w.Result().Cookies() {
		if !strings.HasPrefix(cookie.Name, "__Host-") || !cookie.HttpOnly || !cookie.Secure || cookie.SameSite != http.SameSiteLaxMode || cookie.Path != "/" || cookie.Domain != "" {
			wrong = append(wrong, cookie.String())
		}
	}
	if to := w.Header().Get("Location"); to != "" && (!strings.HasPrefix(to, "/") || strings.HasPrefix(to, "//")) {
		wrong = append(wrong, "leads to "+to)
	}
	for _, name := range []string{"Server", "X-Powered-By", "Access-Control-Allow-Origin"} {
		if got := w.Header().Get(name); got != "" {
			wrong = append(wrong, name+" is "+got)
		}
	}
	return wrong
}
