package web

import (
	"encoding/json"
	"net/http"

	"erba/kernel"
	"erba/platform/identity"
	"erba/platform/qr"
)

func (s *Server) showCode(w http.ResponseWriter, r *http.Request) {
	if _, waiting := s.halfway(r.Context()); !waiting {
		http.Redirect(w, r, "/sign-in", http.StatusSeeOther)
		return
	}
	s.enter(w, r, "code", nil)
}

// code lets in whoever has shown his password before and now his code.
func (s *Server) code(w http.ResponseWriter, r *http.Request) {
	u, waiting := s.halfway(r.Context())
	if !waiting {
		http.Redirect(w, r, "/sign-in", http.StatusSeeOther)
		return
	}
	err := s.users.Second(r.Context(), u, origin(r), r.PostFormValue("code"))
	if err == nil {
		err = s.begin(r.Context(), u, device(r), origin(r))
	}
	if err != nil {
		s.enter(w, r, "code", err)
		return
	}
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

// drawing is an enrolment as a page shows it.
type drawing struct {
	identity.Enrolment
	Code qr.Code
	Must bool
}

func (s *Server) showEnrol(w http.ResponseWriter, r *http.Request) { s.offer(w, r, nil) }

// offer shows what the app is to be told, to somebody who has just shown who he is.
func (s *Server) offer(w http.ResponseWriter, r *http.Request, wrong error) {
	viewer, known := identity.From(r.Context())
	must := known && s.users.MustEnrol(viewer.User, identity.SessionOf(r.Context()).Guarded)
	if !known || !must && !identity.Fresh(r.Context()) {
		http.Redirect(w, r, "/sign-in", http.StatusSeeOther)
		return
	}
	e, err := s.users.Enrol(r.Context())
	if err != nil { // he has one
		http.Redirect(w, r, "/", http.StatusSeeOther)
		return
	}
	picture, _ := qr.Of(e.URI) // identity keeps it short enough
	s.show(w, r, "enrol", drawing{e, picture, must}, wrong)
}

func (s *Server) enrol(w http.ResponseWriter, r *http.Request) {
	if _, known := identity.From(r.Context()); !known {
		http.Redirect(w, r, "/sign-in", http.StatusSeeOther)
		return
	}
	codes, err := s.users.Enrolled(r.Context(), r.PostFormValue("code"))
	if err != nil {
		s.offer(w, r, err)
		return
	}
	s.show(w, r, "recovery", codes, nil)
}

// proof is what a screen's dialog brings, so that its work is not lost.
type proof struct{ Login, Password, Code string }

// prove takes the password or a code of whoever is signed in, or signs in
// again whoever is not any more.
func (s *Server) prove(w http.ResponseWriter, r *http.Request) {
	if _, program := identity.TokenOf(r.Context()); program {
		refuse(w, r, http.StatusForbidden, kernel.Denied("web.in_person"))
		return
	}
	var p proof
	err := json.NewDecoder(r.Body).Decode(&p)
	if err != nil {
		refuse(w, r, http.StatusUnprocessableEntity, kernel.Invalid("web.invalid"))
		return
	}
	if identity.InPerson(r.Context()) {
		err = s.users.Prove(r.Context(), p.Password, p.Code)
	} else {
		err = s.again(r, p)
	}
	if err != nil {
		reject(w, problemOf(r.Context(), err))
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

// again is a whole sign-in without leaving the screen.
func (s *Server) again(r *http.Request, p proof) error {
	u, err := s.users.SignIn(r.Context(), identity.Attempt{Login: p.Login, Password: p.Password, Origin: origin(r)})
	if err != nil {
		return err
	}
	switch guarded, err := s.users.Guarded(r.Context(), u.ID); {
	case err != nil:
		return err
	case guarded && p.Code == "":
		return kernel.Denied("identity.code_wanted")
	case guarded:
		if err := s.users.Second(r.Context(), u, origin(r), p.Code); err != nil {
			return err
		}
	}
	return s.begin(r.Context(), u, device(r), origin(r))
}
