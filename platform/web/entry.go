package web

import (
	_ "embed"
	"errors"
	"html/template"
	"log/slog"
	"net"
	"net/http"
	"net/netip"
	"slices"

	"erba/kernel"
	"erba/platform/identity"
	"erba/platform/text"
)

//go:embed entry.html
var entryHTML string

// entryPages stand before the screens: plain HTML, which needs no script and appears at once.
var entryPages = template.Must(template.New("entry").Funcs(template.FuncMap{"say": text.Say}).Parse(entryHTML))

// entry is what such a page shows.
type entry struct {
	*http.Request
	Page  string // sign_in, code, enrol, recovery, set_up or password
	Fault *kernel.Fault
	Nonce string
	Lang  string
	Mode  Mode
	Must  bool // no way past the password page
	Shown any  // what the page is about
	House string
}

// Field is what was typed into a field before; the page asks for no password again.
func (e entry) Field(name string) string { return e.Request.FormValue(name) }

// Languages are those that the page offers.
func (e entry) Languages() []string { return text.Languages }

// languageOf is what the page is to be shown in: as chosen there, as its user reads, or as the browser prefers.
func languageOf(r *http.Request) string {
	if lang := r.FormValue("lang"); slices.Contains(text.Languages, lang) {
		return lang
	}
	if viewer, known := identity.From(r.Context()); known {
		return viewer.Language
	}
	return text.Choose(r.Header.Get("Accept-Language"))
}

func (s *Server) enter(w http.ResponseWriter, r *http.Request, page string, err error) {
	s.show(w, r, page, nil, err)
}

// show is a page about something.
func (s *Server) show(w http.ResponseWriter, r *http.Request, page string, shown any, err error) {
	lang := languageOf(r)
	r = r.WithContext(s.texts.With(r.Context(), lang))
	viewer, _ := identity.From(r.Context())
	e := entry{Request: r, Page: page, Nonce: nonce(r), Lang: lang, Mode: s.mode, Must: viewer.OneTime, Shown: shown, House: s.House()}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	if err != nil {
		p := problemOf(r.Context(), err)
		if e.Fault, _ = errors.AsType[*kernel.Fault](err); e.Fault == nil {
			e.Fault = &kernel.Fault{Key: p.Key}
		}
		w.WriteHeader(p.Status)
	}
	if err := entryPages.Execute(w, e); err != nil {
		slog.ErrorContext(r.Context(), "page", "page", page, "error", err)
	}
}

func (s *Server) showSignIn(w http.ResponseWriter, r *http.Request) {
	if _, known := identity.From(r.Context()); known {
		http.Redirect(w, r, "/", http.StatusSeeOther)
		return
	}
	if empty, err := s.users.Vacant(r.Context()); err == nil && empty {
		http.Redirect(w, r, "/set-up", http.StatusSeeOther)
		return
	}
	s.enter(w, r, "sign_in", nil)
}

func (s *Server) signIn(w http.ResponseWriter, r *http.Request) {
	u, err := s.users.SignIn(r.Context(), identity.Attempt{
		Login: r.PostFormValue("login"), Password: r.PostFormValue("password"), Origin: origin(r)})
	s.pass(w, r, "sign_in", u, err)
}

// pass lets a user in, asks first for his code if he has a second factor, or
// shows the page again with what is wrong.
func (s *Server) pass(w http.ResponseWriter, r *http.Request, page string, u identity.User, err error) {
	next := "/"
	if err == nil {
		next, err = s.advance(r, u)
	}
	if err != nil {
		s.enter(w, r, page, err)
		return
	}
	http.Redirect(w, r, next, http.StatusSeeOther)
}

// advance is the page that comes after the password.
func (s *Server) advance(r *http.Request, u identity.User) (string, error) {
	guarded, err := s.users.Guarded(r.Context(), u.ID)
	switch {
	case err != nil:
		return "", err
	case guarded:
		return "/code", s.half(r.Context(), u)
	}
	return "/", s.begin(r.Context(), u, device(r), origin(r))
}

func (s *Server) signOut(w http.ResponseWriter, r *http.Request) {
	if at := identity.SessionOf(r.Context()); !at.ID.IsZero() {
		_ = s.users.End(r.Context(), at.ID)
	}
	_ = s.sessions.Destroy(r.Context()) // the cookie goes in any case
	http.Redirect(w, r, "/sign-in", http.StatusSeeOther)
}

func (s *Server) showSetUp(w http.ResponseWriter, r *http.Request) {
	if empty, err := s.users.Vacant(r.Context()); err != nil || !empty {
		http.Redirect(w, r, "/sign-in", http.StatusSeeOther)
		return
	}
	s.enter(w, r, "set_up", nil)
}

func (s *Server) setUp(w http.ResponseWriter, r *http.Request) {
	founder := func(who string) identity.Founder {
		return identity.Founder{Login: r.PostFormValue(who + "_login"), Name: r.PostFormValue(who + "_name"),
			Password: r.PostFormValue(who + "_password"), Language: languageOf(r)}
	}
	admin, director := founder("admin"), founder("director")
	second := &director
	if r.PostFormValue("small") != "" {
		second = nil
	}
	u, err := s.users.SetUp(r.Context(), r.PostFormValue("token"), admin, second)
	s.pass(w, r, "set_up", u, err)
}

func (s *Server) showPassword(w http.ResponseWriter, r *http.Request) {
	if _, known := identity.From(r.Context()); !known {
		http.Redirect(w, r, "/sign-in", http.StatusSeeOther)
		return
	}
	s.enter(w, r, "password", nil)
}

func (s *Server) changePassword(w http.ResponseWriter, r *http.Request) {
	if _, known := identity.From(r.Context()); !known {
		http.Redirect(w, r, "/sign-in", http.StatusSeeOther)
		return
	}
	if r.PostFormValue("new") != r.PostFormValue("again") {
		s.enter(w, r, "password", kernel.Invalid("identity.password_differs"))
		return
	}
	if err := s.renew(r.Context(), r.PostFormValue("old"), r.PostFormValue("new")); err != nil {
		s.enter(w, r, "password", err)
		return
	}
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

// origin is the address that a request comes from; of IPv6 the network, which one person has.
func origin(r *http.Request) string {
	host, _, _ := net.SplitHostPort(r.RemoteAddr)
	ip, err := netip.ParseAddr(host)
	if err != nil || ip.Is4() || ip.Is4In6() {
		return host
	}
	network, _ := ip.Prefix(64) // an IPv6 address has one
	return network.String()
}
