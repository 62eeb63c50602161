package team

import (
	"context"

	"erba/kernel"
	"erba/platform/web"
)

// Routes puts teams on the REST API.
func (s *Service) Routes(r *web.Router) {
	web.Get(r, "/accounts/{account}/access", "team:read", s.getAccess)
	web.Put(r, "/accounts/{account}/members/{user}", "team:write", s.putMember)
	web.Delete(r, "/accounts/{account}/members/{user}", "team:write", s.deleteMember)
	web.Put(r, "/accounts/{account}/shares/{user}", "team:share", s.putShare)
	web.Delete(r, "/accounts/{account}/shares/{user}", "team:share", s.deleteShare)
	web.Put(r, "/accounts/{account}/service", "team:flag", s.putService)

	web.Get(r, "/delegations", "team:away", s.getDelegations)
	web.Post(r, "/delegations", "team:away", s.postDelegation)
	web.Delete(r, "/delegations/{user}/{stand_in}/{from}", "team:away", s.deleteDelegation)

	web.Get(r, "/users/{id}/regions", "team:govern", s.getRegions)
	web.Put(r, "/users/{id}/regions", "team:govern", web.Fresh(s.putRegions))
}

type getAccess struct {
	Account kernel.ID `path:"account"`
}

func (s *Service) getAccess(ctx context.Context, in *getAccess) (View, error) {
	return s.Find(ctx, in.Account)
}

type oneOf struct {
	Account kernel.ID `path:"account"`
	User    kernel.ID `path:"user"`
}

type putMember struct {
	Account kernel.ID `path:"account"`
	User    kernel.ID `path:"user"`
	Body    struct {
		Role  string      `json:"role" enum:"lead,sales,technical,service,finance,sponsor"`
		From  kernel.Date `json:"from,omitzero"  doc:"Empty: has always been"`
		Until kernel.Date `json:"until,omitzero" doc:"The last day; empty: without end"`
	}
}

func (s *Service) putMember(ctx context.Context, in *putMember) (struct{}, error) {
	return struct{}{}, s.Enlist(ctx, Member{in.Account, in.User, in.Body.Role, in.Body.From, in.Body.Until})
}

func (s *Service) deleteMember(ctx context.Context, in *oneOf) (struct{}, error) {
	return struct{}{}, s.Release(ctx, in.Account, in.User)
}

type putShare struct {
	Account kernel.ID `path:"account"`
	User    kernel.ID `path:"user"`
	Body    struct {
		From   kernel.Date `json:"from"`
		Until  kernel.Date `json:"until" doc:"The last day"`
		Reason string      `json:"reason" maxLength:"300"`
	}
}

func (s *Service) putShare(ctx context.Context, in *putShare) (struct{}, error) {
	return struct{}{}, s.Show(ctx, Share{Row: in.Account, User: in.User, From: in.Body.From, Until: in.Body.Until, Reason: in.Body.Reason})
}

func (s *Service) deleteShare(ctx context.Context, in *oneOf) (struct{}, error) {
	return struct{}{}, s.Hide(ctx, in.Account, in.User)
}

type putService struct {
	Account kernel.ID `path:"account"`
	Body    struct {
		Service bool `json:"service"`
	}
}

func (s *Service) putService(ctx context.Context, in *putService) (struct{}, error) {
	return struct{}{}, s.Flag(ctx, in.Account, in.Body.Service)
}

func (s *Service) getDelegations(ctx context.Context, _ *struct{}) (Absences, error) {
	return s.Aways(ctx)
}

type postDelegation struct {
	Body struct {
		User    kernel.ID   `json:"user"`
		StandIn kernel.ID   `json:"stand_in"`
		From    kernel.Date `json:"from"`
		Until   kernel.Date `json:"until" doc:"The last day"`
	}
}

func (s *Service) postDelegation(ctx context.Context, in *postDelegation) (struct{}, error) {
	b := in.Body
	return struct{}{}, s.Leave(ctx, Away{User: b.User, StandIn: b.StandIn, From: b.From, Until: b.Until})
}

type deleteDelegation struct {
	User    kernel.ID   `path:"user"`
	StandIn kernel.ID   `path:"stand_in"`
	From    kernel.Date `path:"from"`
}

func (s *Service) deleteDelegation(ctx context.Context, in *deleteDelegation) (struct{}, error) {
	return struct{}{}, s.Return(ctx, Away{User: in.User, StandIn: in.StandIn, From: in.From})
}

type getRegions struct {
	ID kernel.ID `path:"id"`
}

func (s *Service) getRegions(ctx context.Context, in *getRegions) ([]string, error) {
	return s.Regions(ctx, in.ID)
}

type putRegions struct {
	ID   kernel.ID `path:"id"`
	Body struct {
		Regions []string `json:"regions" maxItems:"100"`
	}
}

func (s *Service) putRegions(ctx context.Context, in *putRegions) (struct{}, error) {
	return struct{}{}, s.Govern(ctx, in.ID, in.Body.Regions)
}
