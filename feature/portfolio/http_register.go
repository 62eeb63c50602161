package portfolio

import (
	"context"

	"erba/kernel"
	"erba/platform/web"
)

// registerRoutes puts the upkeep of the register on the REST API.
func (s *Service) registerRoutes(r *web.Router) {
	web.Get(r, "/portfolio/upkeep", "portfolio:read", s.getUpkeep)
	web.Put(r, "/portfolio/managers", "portfolio:entrust", s.putManagers)
	web.Get(r, "/portfolio/reviews", "portfolio:read", s.getReviews)
	web.Post(r, "/portfolio/reviews/{id}/keep", "portfolio:review", s.postKeep)
	web.Post(r, "/portfolio/reviews/{id}/removal", "portfolio:review", s.postRemoval)
	web.Get(r, "/accounts/{account}/nominations", "portfolio:read", s.getNominations)
	web.Post(r, "/accounts/{account}/nominations", "portfolio:nominate", s.postNomination)
	web.Post(r, "/nominations/{id}/end", "portfolio:approve", s.postNominationEnd)
}

func (s *Service) getUpkeep(ctx context.Context, _ *struct{}) (Upkeep, error) { return s.Upkeep(ctx) }

type putManagers struct {
	Body struct {
		Accounts []kernel.ID `json:"accounts" minItems:"1" maxItems:"200"`
		Manager  kernel.ID   `json:"manager"`
	}
}

func (s *Service) putManagers(ctx context.Context, in *putManagers) (struct{}, error) {
	return struct{}{}, s.Entrust(ctx, in.Body.Accounts, in.Body.Manager)
}

type getReviews struct {
	State string `query:"state" enum:"open,kept,removed,regained" doc:"Empty: all"`
	Paging
}

func (s *Service) getReviews(ctx context.Context, in *getReviews) (Reviews, error) {
	return s.Reviews(ctx, in.State, Page{in.After, in.Limit})
}

type postReview struct {
	ID kernel.ID `path:"id"`
	web.Match
	Body struct {
		Reason string `json:"reason" maxLength:"500"`
	}
}

func (s *Service) postKeep(ctx context.Context, in *postReview) (Review, error) {
	version, err := in.Replaces()
	if err != nil {
		return Review{}, err
	}
	return s.Keep(ctx, in.ID, version, in.Body.Reason)
}

// Asked names the proposal that waits for somebody else.
type Asked struct {
	Proposal kernel.ID `json:"proposal"`
}

func (s *Service) postRemoval(ctx context.Context, in *postReview) (Asked, error) {
	version, err := in.Replaces()
	if err != nil {
		return Asked{}, err
	}
	p, err := s.Dismiss(ctx, in.ID, version, in.Body.Reason)
	return Asked{p.ID}, err
}

type getNominations struct {
	Account kernel.ID `path:"account"`
}

func (s *Service) getNominations(ctx context.Context, in *getNominations) (Nominations, error) {
	return s.Nominations(ctx, in.Account)
}

type postNomination struct {
	Account kernel.ID `path:"account"`
	Body    struct {
		Kind     string      `json:"kind"     enum:"STRAT,VIP"`
		Reason   string      `json:"reason"   maxLength:"500"`
		Evidence string      `json:"evidence" maxLength:"500"`
		Expires  kernel.Date `json:"expires"  doc:"Empty: in a year"`
	}
}

func (s *Service) postNomination(ctx context.Context, in *postNomination) (Nomination, error) {
	b := in.Body
	return s.Nominate(ctx, Nomination{Account: in.Account, Kind: b.Kind, Reason: b.Reason, Evidence: b.Evidence, Expires: b.Expires})
}

type postNominationEnd struct {
	ID kernel.ID `path:"id"`
	web.Match
}

func (s *Service) postNominationEnd(ctx context.Context, in *postNominationEnd) (Nomination, error) {
	version, err := in.Replaces()
	if err != nil {
		return Nomination{}, err
	}
	return s.EndNomination(ctx, in.ID, version)
}
