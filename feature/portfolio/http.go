package portfolio

import (
	"context"

	"erba/kernel"
	"erba/platform/export"
	"erba/platform/web"
)

// Routes puts the portfolio on the REST API.
func (s *Service) Routes(r *web.Router) {
	web.Get(r, "/portfolio/summary", "portfolio:read", s.getSummary)
	web.Get(r, "/portfolio/pareto", "portfolio:read", s.getPareto)
	web.Get(r, "/portfolio/abc", "portfolio:read", s.getABC)
	web.Get(r, "/portfolio/rfm", "portfolio:read", s.getRFM)
	web.Get(r, "/portfolio/grid", "portfolio:read", s.getGrid)
	web.Get(r, "/portfolio/quadrant", "portfolio:read", s.getQuadrant)
	web.Get(r, "/portfolio/pyramid", "portfolio:read", s.getPyramid)
	web.Get(r, "/portfolio/register", "portfolio:read", s.getRegister)
	web.Get(r, "/portfolio/members", "portfolio:read", s.getMembers)
	web.Download(r, "/portfolio/members/export", "portfolio:export", s.exportMembers)
	web.Get(r, "/portfolio/changes", "portfolio:read", s.getChanges)
	web.Post(r, "/portfolio/evaluate", "portfolio:evaluate", s.postEvaluate)
	web.Get(r, "/accounts/{account}/portfolio", "portfolio:read", s.getCard)
	web.Get(r, "/accounts/{account}/portfolio/changes", "portfolio:read", s.getAccountChanges)
	web.Get(r, "/accounts/{account}/estimates/{kind}", "portfolio:read", s.getEstimate)
	web.Put(r, "/accounts/{account}/estimates/{kind}", "portfolio:estimate", s.putEstimate)
	web.Put(r, "/accounts/{account}/key-account", "portfolio:approve", s.putKeyAccount)
	s.registerRoutes(r)
	s.gapRoutes(r)
	s.scoreRoutes(r)
	s.effortRoutes(r)
}

// Window is the part of the query that says which figures.
type Window struct {
	AsOf    kernel.Date `query:"as_of"   doc:"Empty: the last day of the ledger, at most today"`
	From    kernel.Date `query:"from"    doc:"First day of the window, instead of months"`
	Months  int         `query:"months"  minimum:"0" maximum:"120" doc:"0: 12"`
	All     bool        `query:"all"     doc:"Everything up to as_of"`
	Measure string      `query:"measure" enum:"sales,gross" default:"sales" may:"gross=margin:read"`
	Returns string      `query:"returns" enum:"net,ignore"  default:"net"`
}

func (w Window) ask() Ask {
	return Ask{w.AsOf, w.From, w.Months, w.All, Measure(w.Measure), Returns(w.Returns)}
}

// Narrowing is the part of the query that says whose figures.
type Narrowing struct {
	Region   string    `query:"region"   maxLength:"60"`
	Industry string    `query:"industry" maxLength:"60"`
	Owner    kernel.ID `query:"owner"`
	Segment  kernel.ID `query:"segment" may:"segment:read" doc:"A saved segment (M23)"`
	Band     int       `query:"band"    may:"segment:read" minimum:"0" maximum:"1000" doc:"One of its bands, from 1; 0: all of it"`
}

func (n Narrowing) filter() Filter { return Filter(n) }

type getPortfolio struct {
	Window
	Narrowing
}

func (s *Service) getSummary(ctx context.Context, in *getPortfolio) (Summary, error) {
	return s.Summary(ctx, in.ask(), in.filter())
}

func (s *Service) getPareto(ctx context.Context, in *getPortfolio) (Pareto, error) {
	return s.Pareto(ctx, in.ask(), in.filter())
}

func (s *Service) getABC(ctx context.Context, in *getPortfolio) (ABC, error) {
	return s.ABC(ctx, in.ask(), in.filter())
}

func (s *Service) getRFM(ctx context.Context, in *getPortfolio) (RFM, error) {
	return s.RFM(ctx, in.ask(), in.filter())
}

func (s *Service) getGrid(ctx context.Context, in *getPortfolio) (Grid, error) {
	return s.Grid(ctx, in.ask(), in.filter())
}

func (s *Service) getQuadrant(ctx context.Context, in *getPortfolio) (Quadrant, error) {
	return s.Quadrant(ctx, in.ask(), in.filter())
}

func (s *Service) getPyramid(ctx context.Context, in *getPortfolio) (Pyramid, error) {
	return s.Pyramid(ctx, in.ask(), in.filter())
}

// Paging is which piece of a list.
type Paging struct {
	After kernel.ID `query:"after" doc:"The field next of the page before"`
	Limit int       `query:"limit" minimum:"1" maximum:"200" default:"50"`
}

type getRegister struct {
	Window
	Narrowing
	Paging
	Rule  string `query:"rule" enum:"REV,TIER,GRID,INFL,STRAT,CORE" doc:"Only those this rule made key accounts"`
	Lacks string `query:"lacks" enum:"manager,overdue" doc:"Only those without a manager, or without one for too long"`
}

func (s *Service) getRegister(ctx context.Context, in *getRegister) (Register, error) {
	return s.RegisterOf(ctx, in.ask(), in.filter(), Narrow{in.Rule, in.Lacks}, Page{in.After, in.Limit})
}

// Behind names a mark on the screen.
type Behind struct {
	Model string `query:"model" required:"true" enum:"pareto,abc,rfm,grid,quadrant,pyramid,worth,climb,card,single,matrix,agree,mistake,effort,contribution,register" may:"effort=margin:read,contribution=margin:read"`
	Mark  string `query:"mark"  required:"true" maxLength:"40" doc:"pareto: 1–20, a bar; abc: A, B, C, apart; rfm: 54 for a cell (r, then f), 544 for a score, a segment's key, none; grid: 1,4 for a cell, A, B, C, VIP, tray; quadrant: I–IV, tray; pyramid: MAJOR …, tray, NONNAMED° and MASS° for the provisional; worth, single: A–D, incomplete; climb: A–D, P, near, incomplete; card: platinum, gold, silver; matrix: invest, selective, maintain, harvest, exit, incomplete; agree: propose, review, nothing, model, rescue, earn, rebuild; mistake: single, neglect, big_ticket; effort: focus, improve, standard, reduce, incomplete; contribution: A, B, C, incomplete; register: a rule, or all"`
}

type getMembers struct {
	Window
	Narrowing
	Paging
	Behind
}

func (s *Service) getMembers(ctx context.Context, in *getMembers) (Members, error) {
	return s.Members(ctx, in.ask(), in.filter(), in.Model, in.Mark, Page{in.After, in.Limit})
}

type exportMembers struct {
	Window
	Narrowing
	Behind
	Format string `query:"format" enum:"csv,xlsx" default:"xlsx"`
}

func (s *Service) exportMembers(ctx context.Context, in *exportMembers) (export.Table, error) {
	rows, err := s.Export(ctx, in.ask(), in.filter(), in.Model, in.Mark)
	if err != nil {
		return export.Table{}, err
	}
	t := web.Table(ctx, "portfolio-"+in.Model, in.Format, Exported, rows)
	t.Population = s.accounts.Population
	return t, nil
}

type getChanges struct {
	Model string `query:"model" enum:"abc,rfm,grid,quadrant,pyramid,worth,matrix,register"`
	Paging
}

func (s *Service) getChanges(ctx context.Context, in *getChanges) (Changes, error) {
	return s.Changes(ctx, kernel.ID{}, in.Model, Page{in.After, in.Limit})
}

type postEvaluate struct{}

// Evaluation names the job that evaluates.
type Evaluation struct {
	Job kernel.ID `json:"job"`
}

func (s *Service) postEvaluate(ctx context.Context, _ *postEvaluate) (Evaluation, error) {
	id, err := s.Evaluate(ctx)
	return Evaluation{id}, err
}

type getCard struct {
	Account kernel.ID `path:"account"`
	Window
}

func (s *Service) getCard(ctx context.Context, in *getCard) (Card, error) {
	return s.Card(ctx, in.Account, in.ask())
}

type getAccountChanges struct {
	Account kernel.ID `path:"account"`
	Paging
}

func (s *Service) getAccountChanges(ctx context.Context, in *getAccountChanges) (Changes, error) {
	return s.Changes(ctx, in.Account, "", Page{in.After, in.Limit})
}

// EstimateOf names an estimate.
type EstimateOf struct {
	Account kernel.ID `path:"account"`
	Kind    string    `path:"kind" enum:"demand,potential,influence,standing,satisfaction,loyalty,invest_budget,invest_growth,invest_reputation,invest_profitability,invest_exclusivity,invest_range,invest_support,invest_price,invest_reliability,invest_people,entry_chance,entry_cost,entry_yield,entry_network"`
}

func (s *Service) getEstimate(ctx context.Context, in *EstimateOf) (Estimate, error) {
	return s.Estimate(ctx, in.Account, in.Kind)
}

type putEstimate struct {
	EstimateOf
	web.Match
	Body struct {
		Value    int64       `json:"value"    doc:"Minor units a year, a score of 1–5, or per cent"`
		Evidence string      `json:"evidence" maxLength:"500"`
		Quality  string      `json:"quality,omitempty" enum:",evidenced,told,derived" doc:"How well founded what an account buys is"`
		Expires  kernel.Date `json:"expires"  doc:"Empty: in 180 days"`
	}
}

func (s *Service) putEstimate(ctx context.Context, in *putEstimate) (Estimate, error) {
	version, err := in.Replaces()
	if err != nil {
		return Estimate{}, err
	}
	return s.Judge(ctx, Estimate{Account: in.Account, Kind: in.Kind, Version: version,
		Value: in.Body.Value, Evidence: in.Body.Evidence, Quality: in.Body.Quality, Expires: in.Body.Expires})
}

type putKeyAccount struct {
	Account kernel.ID `path:"account"`
	Body    struct {
		Since kernel.Date `json:"since" doc:"Key account since"`
	}
}

func (s *Service) putKeyAccount(ctx context.Context, in *putKeyAccount) (Status, error) {
	return s.Since(ctx, in.Account, in.Body.Since)
}
