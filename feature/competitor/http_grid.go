package competitor

import (
	"context"

	"erba/kernel"
	"erba/platform/web"
)

// grids puts who is strong with which product on the REST API.
func (s *Service) grids(r *web.Router) {
	web.Get(r, "/accounts/{account}/competition", "competitor:read", s.getOfAccount)
	web.Put(r, "/accounts/{account}/competition", "competitor:write", s.putOfAccount)
	web.Get(r, "/accounts/{account}/rivals", "competitor:read", s.getFront)
	web.Put(r, "/accounts/{account}/rivals/clear", "competitor:write", s.putClear)
	web.Delete(r, "/accounts/{account}/rivals/clear", "competitor:write", s.deleteClear)
	web.Get(r, "/competitors/places", "competitor:read", s.getPlaces)
	web.Get(r, "/competitors/grid", "competitor:read", s.getGrid)
	web.Put(r, "/competitors/grid", "competitor:keep", s.putGrid)
}

type ofAccount struct {
	Account kernel.ID `path:"account"`
}

func (s *Service) getOfAccount(ctx context.Context, in *ofAccount) (Grid, error) {
	return s.OfAccount(ctx, in.Account)
}

// Rating is what is said of a cell.
type Rating struct {
	Product    string         `json:"product"             maxLength:"60"`
	Competitor kernel.ID      `json:"competitor,omitzero" doc:"Absent: we"`
	Scores     map[string]int `json:"scores"              doc:"1–5 by the key of the factor; none: what was said is taken back"`
	Evidence   string         `json:"evidence"            maxLength:"1000"`
	Expires    kernel.Date    `json:"expires,omitzero"    doc:"Empty: in a year"`
}

func (b Rating) cell(version int64) Cell {
	return Cell{Product: b.Product, Competitor: b.Competitor, Scores: b.Scores, Evidence: b.Evidence, Expires: b.Expires, Version: version}
}

type putOfAccountOf struct {
	Account kernel.ID `path:"account"`
	web.Match
	Body Rating
}

func (s *Service) putOfAccount(ctx context.Context, in *putOfAccountOf) (Cell, error) {
	version, err := in.Replaces()
	if err != nil {
		return Cell{}, err
	}
	c := in.Body.cell(version)
	c.Account, c.Scope = in.Account, OfAccount
	return s.Rate(ctx, c)
}

func (s *Service) getPlaces(ctx context.Context, _ *struct{}) (Places, error) { return s.Places(ctx) }

// Spot is a region or an industry.
type Spot struct {
	Scope string `query:"scope" enum:"region,industry" required:"true"`
	Place string `query:"place" maxLength:"60" required:"true"`
}

func (s *Service) getGrid(ctx context.Context, in *Spot) (Grid, error) {
	return s.Elsewhere(ctx, in.Scope, in.Place)
}

type putGridOf struct {
	Spot
	web.Match
	Body Rating
}

func (s *Service) putGrid(ctx context.Context, in *putGridOf) (Cell, error) {
	version, err := in.Replaces()
	if err != nil {
		return Cell{}, err
	}
	c := in.Body.cell(version)
	c.Scope, c.Place = in.Scope, in.Place
	return s.Rate(ctx, c)
}

func (s *Service) getFront(ctx context.Context, in *ofAccount) (Front, error) {
	return s.Front(ctx, in.Account)
}

type putClearOf struct {
	Account kernel.ID `path:"account"`
	web.Match
	Body struct {
		Evidence string      `json:"evidence" maxLength:"1000" doc:"From what it is known that nothing inside stands against us"`
		Expires  kernel.Date `json:"expires,omitzero" doc:"Empty: in a year"`
	}
}

func (s *Service) putClear(ctx context.Context, in *putClearOf) (Clear, error) {
	version, err := in.Replaces()
	if err != nil {
		return Clear{}, err
	}
	return s.Clear(ctx, Clear{Account: in.Account, Evidence: in.Body.Evidence, Expires: in.Body.Expires, Version: version})
}

type deleteClearOf struct {
	Account kernel.ID `path:"account"`
	web.Match
}

func (s *Service) deleteClear(ctx context.Context, in *deleteClearOf) (struct{}, error) {
	version, err := in.Replaces()
	if err != nil {
		return struct{}{}, err
	}
	return struct{}{}, s.Unclear(ctx, in.Account, version)
}
