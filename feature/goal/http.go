package goal

import (
	"context"

	rules "erba/analysis/goal"
	"erba/kernel"
	"erba/platform/export"
	"erba/platform/text"
	"erba/platform/web"
)

// Routes puts goals on the REST API. What an account buys in all is an estimate
// like the others, under their grant.
func (s *Service) Routes(r *web.Router) {
	web.Get(r, "/goals", "goal:read", s.getGoals)
	web.Get(r, "/goals/proposal", "goal:write", s.getProposal)
	web.Post(r, "/goals/proposal", "goal:write", s.postProposal)
	web.Download(r, "/goals/export", "goal:export", s.getExport)
	web.Get(r, "/accounts/{account}/goal", "goal:read", s.getSheet)
	web.Put(r, "/accounts/{account}/goal", "goal:write", s.putGoal)
	web.Delete(r, "/accounts/{account}/goal", "goal:write", s.deleteGoal)
	web.Get(r, "/accounts/{account}/wallet", "portfolio:read", s.getWallet)
	web.Put(r, "/accounts/{account}/wallet", "portfolio:estimate", s.putWallet)
}

// Narrowing is the part of the query that says which goals.
type Narrowing struct {
	Year  int64     `query:"year"  minimum:"0" maximum:"2200" doc:"0: the year in which the ledger ends"`
	Owner kernel.ID `query:"owner" doc:"Empty: everybody's accounts"`
	Show  string    `query:"show"  enum:"set,unset,fault,all" doc:"Empty: those that are asked for a goal or have one"`
	Sort  string    `query:"sort"  enum:"space,attainment,share,sales" default:"space"`
}

func (n Narrowing) which() Which {
	return Which{Year: n.Year, Owner: n.Owner, Show: n.Show, Sort: n.Sort}
}

type getGoals struct {
	Narrowing
	From  int `query:"from"  minimum:"0" doc:"The field next of the page before"`
	Limit int `query:"limit" minimum:"1" maximum:"200" default:"50"`
}

func (s *Service) getGoals(ctx context.Context, in *getGoals) (Goals, error) {
	w := in.which()
	w.From, w.Limit = in.From, in.Limit
	return s.List(ctx, w)
}

type getExport struct {
	Narrowing
	Format string `query:"format" enum:"csv,xlsx" default:"xlsx"`
}

func (s *Service) getExport(ctx context.Context, in *getExport) (export.Table, error) {
	rows, err := s.Export(ctx, in.which(), func(key string) string { return text.Say(ctx, key, nil) })
	if err != nil {
		return export.Table{}, err
	}
	t := web.Table(ctx, "goals", in.Format, Header, rows)
	t.Population = s.accounts.Population
	return t, nil
}

type getProposal struct {
	Year   int64     `query:"year"   minimum:"0" maximum:"2200" doc:"0: the year in which the ledger ends"`
	Owner  kernel.ID `query:"owner"  doc:"Empty: everybody's accounts"`
	Growth int64     `query:"growth" minimum:"-90" maximum:"500" default:"10" doc:"Per cent on the sales of twelve months"`
	Points int64     `query:"points" minimum:"-50" maximum:"50"  default:"2"  doc:"Per cent points on today's share"`
}

func (s *Service) getProposal(ctx context.Context, in *getProposal) (Proposals, error) {
	return s.Propose(ctx, Trial{in.Year, in.Owner, in.Growth, in.Points})
}

// Accepted is a proposal as its author has adjusted it.
type Accepted struct {
	Account kernel.ID `json:"account"`
	Amount  *int64    `json:"amount"`
	Share   *int64    `json:"share"`
	Version int64     `json:"version"`
}

type postProposal struct {
	Body struct {
		Year int64      `json:"year" minimum:"0" maximum:"2200"`
		Rows []Accepted `json:"rows" minItems:"1" maxItems:"500"`
	}
}

// Taken is how many goals were set.
type Taken struct {
	Count int `json:"count"`
}

func (s *Service) postProposal(ctx context.Context, in *postProposal) (t Taken, err error) {
	all := make([]Goal, len(in.Body.Rows))
	for i, r := range in.Body.Rows {
		all[i] = Goal{Account: r.Account, Amount: r.Amount, Share: r.Share, Version: r.Version}
	}
	t.Count, err = s.Accept(ctx, in.Body.Year, all)
	return t, err
}

type getSheet struct {
	Account kernel.ID `path:"account"`
	Year    int64     `query:"year" minimum:"0" maximum:"2200" doc:"0: the year in which the ledger ends"`
}

func (s *Service) getSheet(ctx context.Context, in *getSheet) (Sheet, error) {
	return s.Sheet(ctx, in.Account, in.Year)
}

type putGoal struct {
	Account kernel.ID `path:"account"`
	web.Match
	Body struct {
		Year   int64        `json:"year"   minimum:"0" maximum:"2200" doc:"0: the year in which the ledger ends"`
		Amount *int64       `json:"amount" doc:"Minor units; null: no goal of that kind"`
		Share  *int64       `json:"share"  doc:"Hundredths of a per cent; null: no goal of that kind"`
		Chosen rules.Metric `json:"chosen,omitempty" enum:",absolute,share" doc:"Empty: the metric of the tier counts"`
		Reason string       `json:"reason,omitempty" maxLength:"300" doc:"Why another metric counts"`
	}
}

func (s *Service) putGoal(ctx context.Context, in *putGoal) (Goal, error) {
	version, err := in.Replaces()
	if err != nil {
		return Goal{}, err
	}
	b := in.Body
	return s.Set(ctx, Goal{Account: in.Account, Year: b.Year, Amount: b.Amount, Share: b.Share, Chosen: b.Chosen, Reason: b.Reason, Version: version})
}

type deleteGoal struct {
	Account kernel.ID `path:"account"`
	Year    int64     `query:"year" minimum:"0" maximum:"2200" doc:"0: the year in which the ledger ends"`
	web.Match
}

func (s *Service) deleteGoal(ctx context.Context, in *deleteGoal) (struct{}, error) {
	version, err := in.Replaces()
	if err != nil {
		return struct{}{}, err
	}
	return struct{}{}, s.Drop(ctx, in.Account, in.Year, version)
}

type ofAccount struct {
	Account kernel.ID `path:"account"`
}

func (s *Service) getWallet(ctx context.Context, in *ofAccount) (Purse, error) {
	return s.Purse(ctx, in.Account)
}

type putWallet struct {
	Account kernel.ID `path:"account"`
	web.Match
	Body struct {
		Value    int64       `json:"value"    minimum:"1" doc:"All that it buys a year in our categories, net, minor units"`
		Quality  string      `json:"quality"  enum:"evidenced,told,derived" doc:"Documented, told by the customer, worked out"`
		Evidence string      `json:"evidence" maxLength:"500" doc:"From what it is known"`
		Expires  kernel.Date `json:"expires,omitempty" doc:"Empty: in 180 days"`
	}
}

func (s *Service) putWallet(ctx context.Context, in *putWallet) (Purse, error) {
	version, err := in.Replaces()
	if err != nil {
		return Purse{}, err
	}
	b := in.Body
	return s.Fill(ctx, Purse{Account: in.Account, Value: &b.Value, Quality: b.Quality, Evidence: b.Evidence, Expires: b.Expires, Version: version})
}
