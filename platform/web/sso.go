package web

import (
	"context"
	"encoding/json"
	"net/http"

	"erba/kernel"
	"erba/platform/identity"
	"erba/platform/sso"
)

// Trust takes another house's word for who its people are.
func (s *Server) Trust(p *sso.Provider) { s.house = p }

// House is what users call it, "" if there is none.
func (s *Server) House() string {
	if s.house == nil {
		return ""
	}
	return s.house.Name
}

// ask remembers who is sent to the other house, and whither.
func (s *Server) ask(ctx context.Context, link kernel.ID) (string, error) {
	if s.house == nil {
		return "", kernel.Missing("web.no_route")
	}
	address, r, err := s.house.Ask(ctx, link)
	if err != nil {
		return "", err
	}
	raw, err := json.Marshal(r)
	s.sessions.Put(ctx, "sso", string(raw))
	return address, err
}

// sendThere leads to the other house.
func (s *Server) sendThere(w http.ResponseWriter, r *http.Request) {
	err := s.users.Knock(r.Context(), origin(r))
	address := ""
	if err == nil {
		address, err = s.ask(r.Context(), kernel.ID{})
	}
	if err != nil {
		s.enter(w, r, "sign_in", err)
		return
	}
	http.Redirect(w, r, address, http.StatusSeeOther)
}

// comeBack takes who comes back from there. The question that he answers is asked once.
func (s *Server) comeBack(w http.ResponseWriter, r *http.Request) {
	var asked sso.Request
	raw := s.sessions.PopString(r.Context(), "sso")
	if s.house == nil || json.Unmarshal([]byte(raw), &asked) != nil {
		s.enter(w, r, "sign_in", kernel.Denied("sso.unasked"))
		return
	}
	who, err := s.house.Take(r.Context(), asked, r.URL.Query())
	if err != nil {
		s.enter(w, r, "sign_in", err)
		return
	}
	if !asked.Link.IsZero() {
		s.linkTo(w, r, asked.Link, who)
		return
	}
	u, err := s.users.Linked(r.Context(), who.Issuer, who.Subject)
	s.pass(w, r, "sign_in", u, err)
}

// linkTo links whoever asked for it, if it is still he who is signed in.
func (s *Server) linkTo(w http.ResponseWriter, r *http.Request, user kernel.ID, who sso.Subject) {
	viewer, known := identity.From(r.Context())
	err := error(kernel.Denied("sso.unasked"))
	if known && viewer.ID == user {
		err = s.users.Link(r.Context(), identity.Link{Issuer: who.Issuer, Subject: who.Subject, User: user, Name: who.Name})
	}
	if err != nil {
		s.enter(w, r, "sign_in", err)
		return
	}
	http.Redirect(w, r, "/me", http.StatusSeeOther)
}

// farewell ends the sessions of whoever has signed out at the other house.
func (s *Server) farewell(w http.ResponseWriter, r *http.Request) {
	if s.house == nil {
		refuse(w, r, http.StatusNotFound, kernel.Missing("web.no_route"))
		return
	}
	f, err := s.house.Farewell(r.Context(), r.PostFormValue("logout_token"))
	if err == nil {
		err = s.users.SignedOut(r.Context(), f.Issuer, f.Subject.Subject, f.ID, f.Until)
	}
	if err != nil {
		p := problemOf(r.Context(), err)
		p.Status = http.StatusBadRequest // as the standard wants it
		reject(w, p)
		return
	}
	w.WriteHeader(http.StatusOK)
}
