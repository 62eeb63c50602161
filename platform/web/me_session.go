package web

import (
	"context"
	"time"

	"erba/kernel"
	"erba/platform/identity"
)

// Session is one of the viewer's own.
type Session struct {
	ID     kernel.ID `json:"id"`
	Device string    `json:"device" doc:"Browser and system, as far as they say so"`
	Origin string    `json:"origin" doc:"The address it came from"`
	Since  time.Time `json:"since"`
	Seen   time.Time `json:"seen"`
	Here   bool      `json:"here,omitempty" doc:"The one that asks"`
}

// Factor is the viewer's second factor.
type Factor struct {
	On    bool `json:"on"`
	Must  bool `json:"must"  doc:"His roles want one"`
	Codes int  `json:"codes" doc:"Recovery codes that are left"`
}

// Codes are recovery codes, which can be seen only now.
type Codes struct {
	Codes []string `json:"codes"`
}

// Proof says whether what wants a fresh sign-in would go through.
type Proof struct {
	Fresh bool `json:"fresh"`
	Code  bool `json:"code" doc:"A code will do instead of the password"`
}

// meSessions are the endpoints about how the viewer signs in.
func (s *Server) meSessions() {
	Get(s.Router, "/me/sessions", Anyone, InPerson(s.getSessions))
	Delete(s.Router, "/me/sessions", Anyone, InPerson(s.deleteSessions))
	Delete(s.Router, "/me/sessions/{id}", Anyone, InPerson(s.deleteSession))
	Get(s.Router, "/me/factor", Anyone, InPerson(s.getFactor))
	Post(s.Router, "/me/factor/codes", Anyone, Fresh(s.postCodes))
	Post(s.Router, "/me/factor/removal", Anyone, Fresh(s.postRemoval))
	Get(s.Router, "/me/proof", Anyone, InPerson(s.getProof))
}

func (s *Server) getSessions(ctx context.Context, _ *struct{}) (all []Session, err error) {
	found, err := s.users.Sessions(ctx)
	for _, at := range found {
		all = append(all, Session{at.ID, at.Device, at.Origin, time.UnixMicro(at.Since).UTC(), time.UnixMicro(at.Seen).UTC(),
			at.ID == identity.SessionOf(ctx).ID})
	}
	return all, err
}

func (s *Server) deleteSessions(ctx context.Context, _ *struct{}) (struct{}, error) {
	return struct{}{}, s.users.EndOthers(ctx)
}

type oneOfMine struct {
	ID kernel.ID `path:"id"`
}

func (s *Server) deleteSession(ctx context.Context, in *oneOfMine) (struct{}, error) {
	return struct{}{}, s.users.End(ctx, in.ID)
}

func (s *Server) getFactor(ctx context.Context, _ *struct{}) (f Factor, err error) {
	viewer, _ := identity.From(ctx)
	f.On, f.Must = identity.SessionOf(ctx).Guarded, s.users.MustEnrol(viewer.User, false)
	f.Codes, err = s.users.CodesLeft(ctx)
	return f, err
}

func (s *Server) postCodes(ctx context.Context, _ *struct{}) (Codes, error) {
	codes, err := s.users.Codes(ctx)
	return Codes{codes}, err
}

type postRemoval struct {
	Body struct {
		Code string `json:"code" maxLength:"40"`
	}
}

func (s *Server) postRemoval(ctx context.Context, in *postRemoval) (struct{}, error) {
	return struct{}{}, s.users.Unenrol(ctx, in.Body.Code)
}

func (s *Server) getProof(ctx context.Context, _ *struct{}) (Proof, error) {
	return Proof{Fresh: identity.Fresh(ctx), Code: identity.SessionOf(ctx).Guarded}, nil
}
