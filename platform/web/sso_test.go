package web_test

import (
	"crypto"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"maps"
	"math/big"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"erba/platform/apptest"
	"erba/platform/identity"
	"erba/platform/sso"
)

type claims map[string]any

// house is another house: it signs with its own key what the test lets it say.
type house struct {
	*httptest.Server
	key       *rsa.PrivateKey
	challenge string
	token     string // what it answers to the code
}

func newHouse(t *testing.T) *house {
	key, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		t.Fatal(err)
	}
	h := &house{key: key}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /.well-known/openid-configuration", func(w http.ResponseWriter, _ *http.Request) {
		_ = json.NewEncoder(w).Encode(claims{"issuer": h.URL, "authorization_endpoint": h.URL + "/authorize", "token_endpoint": h.URL + "/token",
			"jwks_uri": h.URL + "/keys", "id_token_signing_alg_values_supported": []string{"RS256", "HS256", "none"}})
	})
	mux.HandleFunc("GET /keys", func(w http.ResponseWriter, _ *http.Request) {
		_ = json.NewEncoder(w).Encode(claims{"keys": []claims{{"kty": "RSA", "alg": "RS256", "use": "sig", "kid": "k",
			"n": encoded(key.N.Bytes()), "e": encoded(big.NewInt(int64(key.E)).Bytes())}}})
	})
	mux.HandleFunc("POST /token", func(w http.ResponseWriter, r *http.Request) {
		sum := sha256.Sum256([]byte(r.PostFormValue("code_verifier")))
		if encoded(sum[:]) != h.challenge || r.PostFormValue("code") != "good" {
			http.Error(w, `{"error":"invalid_grant"}`, http.StatusBadRequest)
			return
		}
		w.Header().Set("Content-Type", "application/json")
		_ = json.NewEncoder(w).Encode(claims{"access_token": "x", "token_type": "Bearer", "id_token": h.token})
	})
	h.Server = httptest.NewServer(mux)
	t.Cleanup(h.Close)
	return h
}

func encoded(raw []byte) string { return base64.RawURLEncoding.EncodeToString(raw) }

// says signs claims with a key, by the algorithm that it names or that the test pretends.
func says(alg string, key *rsa.PrivateKey, c claims) string {
	head, _ := json.Marshal(claims{"alg": alg, "kid": "k"})
	body, _ := json.Marshal(c)
	text := encoded(head) + "." + encoded(body)
	if alg == "none" {
		return text + "."
	}
	sum := sha256.Sum256([]byte(text))
	sign, err := rsa.SignPKCS1v15(rand.Reader, key, crypto.SHA256, sum[:])
	if err != nil {
		panic(err)
	}
	return text + "." + encoded(sign)
}

// usual are the claims of somebody whom the other house has just let in.
func (h *house) usual(nonce string) claims {
	return claims{"iss": h.URL, "aud": "erba", "sub": "4711", "nonce": nonce, "name": "Rep", "email": "rep", "email_verified": false,
		"iat": time.Now().Unix(), "exp": time.Now().Add(time.Minute).Unix()}
}

// trusting is a strict stage that takes the word of another house.
func trusting(t *testing.T, f func(*apptest.Stage, *house)) {
	strict(t, func(s *apptest.Stage) {
		h := newHouse(t)
		s.Web.Trust(sso.New(sso.Config{Issuer: h.URL, Client: "erba", Secret: "secret", Name: "Corp", Back: "https://erba.example.com/sso/back"}))
		f(s, h)
	})
}

// sent goes to the other house and returns what it was asked there.
func (h *house) sent(s *apptest.Stage, address string) url.Values {
	s.Helper()
	to, err := url.Parse(address)
	if err != nil || !strings.HasPrefix(address, h.URL+"/authorize?") {
		s.Fatalf("sent to %q", address)
	}
	asked := to.Query()
	h.challenge = asked.Get("code_challenge")
	if asked.Get("code_challenge_method") != "S256" || asked.Get("redirect_uri") != "https://erba.example.com/sso/back" || asked.Get("nonce") == "" {
		s.Fatalf("asked %v", asked)
	}
	return asked
}

func (h *house) link(s *apptest.Stage, role string) {
	s.Helper()
	if err := s.Kit.Users.Link(s.As("director"), identity.Link{Issuer: h.URL, Subject: "4711", User: s.User(role).ID}); err != nil {
		s.Fatal(err)
	}
}

func TestAnotherHousesWord(t *testing.T) {
	stranger, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		t.Fatal(err)
	}
	tests := map[string]struct {
		say   claims // instead of the usual claims
		alg   string
		key   *rsa.PrivateKey
		back  string // instead of the usual answer
		prior string // before he comes back
		want  string // where he gets, or what he is told
	}{
		"somebody whom it knows":              {want: "/"},
		"somebody who is not linked":          {say: claims{"sub": "4712"}, want: "4712"},
		"not by his mail, verified or not":    {say: claims{"sub": "rep", "email": "rep", "email_verified": true}, want: "not linked"},
		"the answer to another question":      {say: claims{"nonce": "other"}, want: "Corp"},
		"a word meant for others":             {say: claims{"aud": "others"}, want: "Corp"},
		"meant for us and others, by others":  {say: claims{"aud": []string{"erba", "others"}, "azp": "others"}, want: "Corp"},
		"a third house's":                     {say: claims{"iss": "https://third.example"}, want: "Corp"},
		"an old one":                          {say: claims{"exp": time.Now().Add(-time.Minute).Unix()}, want: "Corp"},
		"nobody's":                            {say: claims{"sub": ""}, want: "Corp"},
		"unsigned":                            {alg: "none", want: "Corp"},
		"signed with what everybody can read": {alg: "HS256", want: "Corp"},
		"signed by a stranger":                {key: stranger, want: "Corp"},
		"with another state":                  {back: "?code=good&state=other", want: "did not begin here"},
		"without a state":                     {back: "?code=good", want: "did not begin here"},
		"a code of somebody else":             {back: "?code=bad&state=STATE", want: "Corp"},
		"he changed his mind":                 {back: "?error=access_denied&state=STATE", want: "Corp"},
		"he left the company":                 {prior: `UPDATE users SET active = FALSE WHERE login = 'rep'`, want: "wrong"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			trusting(t, func(s *apptest.Stage, h *house) {
				h.link(s, "rep")
				w := s.Do("", "GET", "/sso", "", "Accept-Language", "en")
				cookie := w.Header().Get("Set-Cookie")
				asked := h.sent(s, w.Header().Get("Location"))
				said := h.usual(asked.Get("nonce"))
				maps.Copy(said, tt.say)
				key, alg := h.key, "RS256"
				if tt.key != nil {
					key = tt.key
				}
				if tt.alg != "" {
					alg = tt.alg
				}
				h.token = says(alg, key, said)
				if tt.prior != "" {
					s.Exec(tt.prior)
				}
				answer := "?code=good&state=" + asked.Get("state")
				if tt.back != "" {
					answer = strings.ReplaceAll(tt.back, "STATE", asked.Get("state"))
				}
				back := s.Do("", "GET", "/sso/back"+answer, "", "Cookie", cookie, "Accept-Language", "en")
				if got := back.Header().Get("Location"); got != tt.want && (got != "" || !strings.Contains(back.Body.String(), tt.want)) {
					s.Errorf("%d %s %s", back.Code, got, back.Body)
				}
				if tt.want == "/" && !works(s, back.Header().Get("Set-Cookie")) {
					s.Error("he is not in")
				}
				if again := s.Do("", "GET", "/sso/back"+answer, "", "Cookie", cookie); again.Code == 303 {
					s.Error("the same answer a second time lets in")
				}
			})
		})
	}
}

func TestAnswersBelongToTheBrowserThatAsked(t *testing.T) {
	trusting(t, func(s *apptest.Stage, h *house) {
		h.link(s, "rep")
		asked := h.sent(s, s.Do("", "GET", "/sso", "").Header().Get("Location"))
		h.token = says("RS256", h.key, h.usual(asked.Get("nonce")))
		path := "/sso/back?code=good&state=" + asked.Get("state")
		for _, cookie := range []string{"", s.Cookie("other"), s.Do("", "GET", "/sso", "").Header().Get("Set-Cookie")} {
			if w := s.Do("", "GET", path, "", "Cookie", cookie); w.Code == 303 {
				s.Error("another browser gets in with it")
			}
		}
	})
}

func TestTheSecondFactorIsAskedForAllTheSame(t *testing.T) {
	trusting(t, func(s *apptest.Stage, h *house) {
		h.link(s, "rep")
		s.Enrol(s.Cookie("rep"))
		w := s.Do("", "GET", "/sso", "")
		asked := h.sent(s, w.Header().Get("Location"))
		h.token = says("RS256", h.key, h.usual(asked.Get("nonce")))
		back := s.Do("", "GET", "/sso/back?code=good&state="+asked.Get("state"), "", "Cookie", w.Header().Get("Set-Cookie"))
		if back.Header().Get("Location") != "/code" || works(s, back.Header().Get("Set-Cookie")) {
			s.Errorf("%d %s", back.Code, back.Header().Get("Location"))
		}
	})
}

func TestLinkingOneself(t *testing.T) {
	trusting(t, func(s *apptest.Stage, h *house) {
		begin := func(cookie string) string {
			w := s.Do("", "POST", "/api/me/links", "", "Cookie", cookie)
			var to struct{ Address string }
			if err := json.Unmarshal(w.Body.Bytes(), &to); err != nil {
				s.Fatalf("%d %s", w.Code, w.Body)
			}
			asked := h.sent(s, to.Address)
			h.token = says("RS256", h.key, h.usual(asked.Get("nonce")))
			return "/sso/back?code=good&state=" + asked.Get("state")
		}
		cookie := s.Cookie("rep")
		path := begin(cookie)
		if w := s.Do("", "GET", path, "", "Cookie", s.Cookie("other")); w.Code == 303 {
			s.Error("somebody else is linked by it")
		}
		if w := s.Do("", "GET", path, "", "Cookie", cookie); w.Header().Get("Location") != "/me" {
			s.Fatalf("%d %s", w.Code, w.Body)
		}
		if w := s.Do("", "GET", "/api/me/links", "", "Cookie", cookie); !strings.Contains(w.Body.String(), `"subject":"4711"`) || !strings.Contains(w.Body.String(), `"house":"Corp"`) {
			s.Errorf("his links: %s", w.Body)
		}
		other := s.Cookie("other")
		if w := s.Do("", "GET", begin(other), "", "Cookie", other); w.Code != 409 {
			s.Errorf("the same name for a second user: %d", w.Code)
		}
		later(s, 6*time.Minute)
		if w := s.Do("", "POST", "/api/me/links", "", "Cookie", cookie); w.Code != 403 || !strings.Contains(w.Body.String(), "web.step_up") {
			s.Errorf("without a fresh proof: %d %s", w.Code, w.Body)
		}
	})
}

func TestFarewell(t *testing.T) {
	const event = "http://schemas.openid.net/event/backchannel-logout"
	tests := map[string]struct {
		say  claims
		key  bool // signed by a stranger
		ends bool
	}{
		"he has signed out there":    {nil, false, true},
		"somebody else has":          {claims{"sub": "4712"}, false, false},
		"a token to sign in with":    {claims{"events": nil, "nonce": "n"}, false, false},
		"with a nonce besides":       {claims{"nonce": "n"}, false, false},
		"of no event":                {claims{"events": claims{}}, false, false},
		"meant for others":           {claims{"aud": "others"}, false, false},
		"too old":                    {claims{"exp": time.Now().Add(-time.Minute).Unix()}, false, false},
		"without a number of itself": {claims{"jti": ""}, false, false},
		"signed by a stranger":       {nil, true, false},
	}
	stranger, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		t.Fatal(err)
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			trusting(t, func(s *apptest.Stage, h *house) {
				h.link(s, "rep")
				cookie := s.Cookie("rep")
				said := claims{"iss": h.URL, "aud": "erba", "sub": "4711", "jti": "1", "iat": time.Now().Unix(),
					"exp": time.Now().Add(time.Minute).Unix(), "events": claims{event: claims{}}}
				maps.Copy(said, tt.say)
				key := h.key
				if tt.key {
					key = stranger
				}
				send := func() int {
					return s.Do("", "POST", "/sso/farewell", "logout_token="+says("RS256", key, said), asForm...).Code
				}
				if first := send(); (first == 200) != (tt.ends || said["sub"] == "4712") || works(s, cookie) == tt.ends {
					s.Errorf("%d, still in: %t", first, works(s, cookie))
				}
				cookie = s.Cookie("rep")
				if again := send(); again != 400 || !works(s, cookie) {
					s.Errorf("the same again: %d, still in: %t", again, works(s, cookie))
				}
			})
		})
	}
}

func TestWithoutAnotherHouse(t *testing.T) {
	strict(t, func(s *apptest.Stage) {
		for _, path := range []string{"/sso", "/sso/back?code=x&state=y"} {
			if w := s.Do("", "GET", path, ""); w.Code == 303 || w.Code == 500 {
				s.Errorf("%s: %d", path, w.Code)
			}
		}
		if w := s.Do("", "GET", "/sign-in", ""); strings.Contains(w.Body.String(), `href="/sso"`) {
			s.Error("the page offers it")
		}
		if w := s.Do("", "POST", "/sso/farewell", "logout_token=x", asForm...); w.Code != 404 {
			s.Errorf("a farewell: %s", fmt.Sprint(w.Code))
		}
	})
}

func TestKnockingAtTheOtherDoorIsThrottled(t *testing.T) {
	trusting(t, func(s *apptest.Stage, _ *house) {
		for i := range 51 {
			if w := s.Do("", "GET", "/sso", ""); (w.Code == 303) != (i < 50) {
				s.Fatalf("knock %d: %d", i+1, w.Code)
			}
		}
	})
}
