package evaluation

import (
	"context"
	"math"

	"erba/kernel"
	"erba/platform/export"
	"erba/platform/text"
	"erba/platform/web"
)

// Routes puts evaluation on the REST API. Decisions are those of approvals: a
// proposal and its approval have one id.
func (s *Service) Routes(r *web.Router) {
	web.Get(r, "/evaluation/runs", "evaluation:read", s.getRuns)
	web.Post(r, "/evaluation/runs", "evaluation:run", s.postRun)
	web.Get(r, "/evaluation/proposals", "evaluation:read", s.getProposals)
	web.Get(r, "/evaluation/proposals/{id}", "evaluation:read", s.getProposal)
	web.Post(r, "/evaluation/proposals/{id}/objection", contesting, s.postObjection)
	web.Post(r, "/evaluation/decisions", "evaluation:decide", web.InPerson(s.postWholeList))
	web.Get(r, "/evaluation/movements", "evaluation:read", s.getMovements)
	web.Get(r, "/evaluation/movements/accounts", "evaluation:read", s.getMovers)
	web.Download(r, "/evaluation/movements/export", "portfolio:export", s.exportMovers)
	web.Get(r, "/accounts/{account}/classes", "evaluation:read", s.getClasses)
	web.Put(r, "/accounts/{account}/classes/{model}", "evaluation:override", s.putClass)
	web.Delete(r, "/accounts/{account}/classes/{model}", "evaluation:override", s.deleteClass)
}

func (s *Service) getRuns(ctx context.Context, _ *struct{}) ([]Run, error) { return s.Runs(ctx, 24) }

type postRun struct {
	Body struct {
		AsOf kernel.Date `json:"as_of" doc:"Empty: the last day of the ledger, at most today"`
	}
}

// Ordered names the job that evaluates.
type Ordered struct {
	Job kernel.ID `json:"job"`
}

func (s *Service) postRun(ctx context.Context, in *postRun) (Ordered, error) {
	id, err := s.Order(ctx, in.Body.AsOf)
	return Ordered{id}, err
}

type getProposals struct {
	State     string    `query:"state"     enum:"open,approved,refused,withdrawn,lapsed,undone" default:"open"`
	Model     string    `query:"model"     enum:"tier,key,vip,grade,card"`
	Direction string    `query:"direction" enum:"up,down"`
	Contested bool      `query:"contested" doc:"Only those against which something is held"`
	Account   kernel.ID `query:"account"`
	After     kernel.ID `query:"after"     doc:"The field next of the page before"`
	Limit     int       `query:"limit"     minimum:"1" maximum:"200" default:"50"`
}

func (s *Service) getProposals(ctx context.Context, in *getProposals) (Proposals, error) {
	return s.List(ctx, Which{State: in.State, Model: in.Model, Account: in.Account, Direction: in.Direction, Contested: in.Contested,
		After: in.After, Limit: in.Limit})
}

type getProposal struct {
	ID kernel.ID `path:"id"`
}

func (s *Service) getProposal(ctx context.Context, in *getProposal) (Listed, error) {
	return s.Find(ctx, in.ID)
}

type postObjection struct {
	ID   kernel.ID `path:"id"`
	Body struct {
		Evidence string `json:"evidence" minLength:"5" maxLength:"1000"`
	}
}

func (s *Service) postObjection(ctx context.Context, in *postObjection) (Listed, error) {
	return s.Contest(ctx, in.ID, in.Body.Evidence)
}

type getClasses struct {
	Account kernel.ID `path:"account"`
}

func (s *Service) getClasses(ctx context.Context, in *getClasses) (Card, error) {
	return s.Card(ctx, in.Account)
}

type putClass struct {
	Account kernel.ID `path:"account"`
	Model   string    `path:"model" enum:"tier,key,vip,grade,card"`
	Body    struct {
		Class   string      `json:"class"   maxLength:"20" doc:"Empty: none, where a model has one class only"`
		Reason  string      `json:"reason"  minLength:"5" maxLength:"500"`
		Expires kernel.Date `json:"expires" doc:"Empty: in 90 days"`
	}
}

func (s *Service) putClass(ctx context.Context, in *putClass) (Set, error) {
	return s.Set(ctx, Set{Account: in.Account, Model: in.Model, Class: in.Body.Class, Reason: in.Body.Reason, Expires: in.Body.Expires})
}

type deleteClass struct {
	Account kernel.ID `path:"account"`
	Model   string    `path:"model" enum:"tier,key,vip,grade,card"`
}

func (s *Service) deleteClass(ctx context.Context, in *deleteClass) (struct{}, error) {
	return struct{}{}, s.Unset(ctx, in.Account, in.Model)
}

// Days are two days and whose classes are compared.
type Days struct {
	Model string      `query:"model" required:"true" enum:"abc,rfm,grid,quadrant,pyramid,register,tier,key,vip,grade,card" doc:"tier, key, vip, grade and card: as decided; the others: as computed"`
	From  kernel.Date `query:"from"  required:"true"`
	To    kernel.Date `query:"to"    required:"true"`
}

func (d Days) between() Between { return Between(d) }

type getMovements struct{ Days }

func (s *Service) getMovements(ctx context.Context, in *getMovements) (Flow, error) {
	return s.Movements(ctx, in.between())
}

type getMovers struct {
	Days
	Was   string    `query:"was"   maxLength:"60" doc:"Text key of a class; without it and is: whoever has moved"`
	Is    string    `query:"is"    maxLength:"60"`
	After kernel.ID `query:"after" doc:"The field next of the page before"`
	Limit int       `query:"limit" minimum:"1" maximum:"200" default:"50"`
}

func (s *Service) getMovers(ctx context.Context, in *getMovers) (Movers, error) {
	return s.Movers(ctx, in.between(), in.Was, in.Is, in.After, in.Limit)
}

type exportMovers struct {
	Days
	Was    string `query:"was"    maxLength:"60" doc:"Text key of a class; without it and is: whoever has moved"`
	Is     string `query:"is"     maxLength:"60"`
	Format string `query:"format" enum:"csv,xlsx" default:"xlsx"`
}

// movedColumns are those of an exported list of movers, as text keys.
var movedColumns = []string{"evaluation.code", "evaluation.account", "evaluation.was", "evaluation.becomes", "evaluation.sales_before", "evaluation.sales_after"}

func (s *Service) exportMovers(ctx context.Context, in *exportMovers) (export.Table, error) {
	all, err := s.Movers(ctx, in.between(), in.Was, in.Is, kernel.ID{}, math.MaxInt)
	if err != nil {
		return export.Table{}, err
	}
	say := func(key string) string { return text.Say(ctx, key, nil) }
	t := web.Table(ctx, "movements-"+in.Model, in.Format, movedColumns, func(yield func([]any) bool) {
		for _, m := range all.Rows {
			if !yield([]any{m.Code, m.Name, say(m.Was), say(m.Is), export.Amount(m.Before), export.Amount(m.After)}) {
				return
			}
		}
	})
	t.Population = s.accounts.Population
	return t, nil
}

type postWholeList struct {
	Body struct {
		Verdict   string    `json:"verdict"             enum:"approve,refuse"`
		Reason    string    `json:"reason"              maxLength:"1000"`
		Model     string    `json:"model,omitempty"     enum:"tier,key,vip,grade,card"`
		Direction string    `json:"direction,omitempty" enum:"up,down"`
		Upto      kernel.ID `json:"upto"                doc:"The newest of the list as it was seen"`
		After     kernel.ID `json:"after,omitzero"      doc:"The field next of the part before"`
	}
}

func (s *Service) postWholeList(ctx context.Context, in *postWholeList) (Decided, error) {
	b := in.Body
	d, err := s.DecideAll(ctx, Whole{Which: Which{Model: b.Model, Direction: b.Direction, Upto: b.Upto, After: b.After},
		Approve: b.Verdict == "approve", Reason: b.Reason})
	for i, l := range d.Left {
		d.Left[i].Detail = text.Say(ctx, l.Fault.Key, l.Fault.Args)
	}
	return d, err
}
