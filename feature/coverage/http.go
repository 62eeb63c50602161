package coverage

import (
	"context"

	"erba/kernel"
	"erba/platform/web"
)

// Routes puts coverage on the REST API.
func (s *Service) Routes(r *web.Router) {
	web.Get(r, "/coverage", "coverage:read", s.getBoard)
	web.Download(r, "/coverage/export", "coverage:export", s.exportAccounts)
	web.Get(r, "/coverage/fits", "coverage:read", s.getFits)
	web.Get(r, "/coverage/people/{user}", "coverage:arrange", s.getCapacity)
	web.Put(r, "/coverage/people/{user}", "coverage:arrange", s.putCapacity)
	web.Get(r, "/accounts/{account}/coverage", "coverage:read", s.getSheet)
	web.Put(r, "/accounts/{account}/coverage", "coverage:arrange", s.putMark)
	web.Get(r, "/coverage/trials", "coverage:arrange", s.getTrials)
	web.Post(r, "/coverage/trials", "coverage:arrange", s.postTrial)
	web.Get(r, "/coverage/trials/{id}", "coverage:arrange", s.getTrial)
	web.Delete(r, "/coverage/trials/{id}", "coverage:arrange", s.deleteTrial)
	web.Put(r, "/coverage/trials/{id}/moves/{account}", "coverage:arrange", s.putMove)
	web.Delete(r, "/coverage/trials/{id}/moves/{account}", "coverage:arrange", s.deleteMove)
	web.Post(r, "/coverage/trials/{id}/suggest", "coverage:arrange", s.postSuggest)
	web.Post(r, "/coverage/trials/{id}/apply", "coverage:arrange", s.postApply)
	web.Post(r, "/coverage/trials/{id}/undo", "coverage:arrange", s.postUndo)
	s.budgets(r)
}

func (s *Service) getBoard(ctx context.Context, _ *struct{}) (Board, error) { return s.Board(ctx) }

type getFits struct {
	Fit   string `query:"fit"   enum:"over,under,unknown,enough" default:"over"`
	From  int    `query:"from"  minimum:"0" doc:"The field next of the page before"`
	Limit int    `query:"limit" minimum:"1" maximum:"200" default:"50"`
}

func (s *Service) getFits(ctx context.Context, in *getFits) (Fits, error) {
	return s.Fits(ctx, in.Fit, in.From, in.Limit)
}

type ofPerson struct {
	User kernel.ID `path:"user"`
}

func (s *Service) getCapacity(ctx context.Context, in *ofPerson) (Capacity, error) {
	return s.Capacity(ctx, in.User)
}

type putCapacity struct {
	User kernel.ID `path:"user"`
	web.Match
	Body struct {
		Hours  kernel.Decimal `json:"hours"  doc:"For accounts in a year"`
		Reason string         `json:"reason" minLength:"2" maxLength:"300"`
	}
}

func (s *Service) putCapacity(ctx context.Context, in *putCapacity) (Capacity, error) {
	version, err := in.Replaces()
	if err != nil {
		return Capacity{}, err
	}
	return s.Set(ctx, Capacity{User: in.User, Hours: in.Body.Hours, Reason: in.Body.Reason, Version: version})
}

type ofAccount struct {
	Account kernel.ID `path:"account"`
}

func (s *Service) getSheet(ctx context.Context, in *ofAccount) (Sheet, error) {
	return s.Sheet(ctx, in.Account)
}

type putCoverageMark struct {
	Account kernel.ID `path:"account"`
	web.Match
	Body struct {
		Strategic bool   `json:"strategic" doc:"Covered by a team"`
		Exempt    bool   `json:"exempt"    doc:"No rule counts it"`
		Reason    string `json:"reason"    minLength:"2" maxLength:"300"`
	}
}

func (s *Service) putMark(ctx context.Context, in *putCoverageMark) (Mark, error) {
	version, err := in.Replaces()
	if err != nil {
		return Mark{}, err
	}
	b := in.Body
	return s.Mark(ctx, Mark{Account: in.Account, Strategic: b.Strategic, Exempt: b.Exempt, Reason: b.Reason, Version: version})
}
