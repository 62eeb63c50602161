package approval

import (
	"context"

	"erba/kernel"
	"erba/platform/text"
	"erba/platform/web"
)

// Routes puts approvals on the REST API.
func (s *Service) Routes(r *web.Router) {
	web.Get(r, "/approvals", "approval:read", s.getApprovals)
	web.Get(r, "/approvals/waiting", "approval:read", s.getWaiting)
	web.Get(r, "/approvals/history", "approval:read", s.getHistory)
	web.Get(r, "/approvals/{id}", "approval:read", s.getApproval)
	web.Get(r, "/approval-kinds", "approval:read", s.getKinds)
	web.Post(r, "/approvals/{id}/decision", "approval:decide", web.InPerson(s.postDecision))
	web.Post(r, "/approvals/{id}/withdrawal", "approval:decide", s.postWithdrawal)
	web.Post(r, "/approvals/{id}/undo", "approval:decide", web.InPerson(s.postUndo))
	web.Post(r, "/approvals/{id}/seen", "approval:read", s.postSeen)
	web.Post(r, "/approvals/decisions", "approval:decide", web.InPerson(s.postDecisions))
}

type getApprovals struct {
	Box string `query:"box" enum:"decide,mine,decided" default:"decide"`
	Page
}

func (s *Service) getApprovals(ctx context.Context, in *getApprovals) (Box, error) {
	return s.List(ctx, in.Box, in.Page)
}

func (s *Service) getWaiting(ctx context.Context, _ *struct{}) (Waiting, error) {
	return s.Waiting(ctx)
}

func (s *Service) getKinds(ctx context.Context, _ *struct{}) ([]string, error) { return s.Kinds(ctx) }

type getHistory struct {
	Object  string    `query:"object"  required:"true"`
	Subject kernel.ID `query:"subject" required:"true"`
}

func (s *Service) getHistory(ctx context.Context, in *getHistory) ([]Row, error) {
	return s.History(ctx, in.Object, in.Subject)
}

type getApproval struct {
	ID kernel.ID `path:"id"`
}

func (s *Service) getApproval(ctx context.Context, in *getApproval) (Detail, error) {
	return s.Find(ctx, in.ID)
}

func (s *Service) postSeen(ctx context.Context, in *getApproval) (struct{}, error) {
	return struct{}{}, s.See(ctx, in.ID)
}

// Saying is what somebody decides.
type Saying struct {
	Verdict string `json:"verdict" enum:"approve,refuse"`
	Reason  string `json:"reason,omitempty" maxLength:"1000" doc:"A refusal has to give one"`
}

type postDecision struct {
	ID kernel.ID `path:"id"`
	web.Match
	Body Saying
}

func (s *Service) postDecision(ctx context.Context, in *postDecision) (Detail, error) {
	return s.after(ctx, in.ID, in.Match, func(version int64) error {
		_, err := s.Decide(ctx, Verdict{in.ID, version, in.Body.Verdict == "approve", in.Body.Reason})
		return err
	})
}

type postWithdrawal struct {
	ID kernel.ID `path:"id"`
	web.Match
}

func (s *Service) postWithdrawal(ctx context.Context, in *postWithdrawal) (Detail, error) {
	return s.after(ctx, in.ID, in.Match, func(version int64) error { return s.Withdraw(ctx, in.ID, version) })
}

type postUndo struct {
	ID kernel.ID `path:"id"`
	web.Match
	Body struct {
		Reason string `json:"reason" maxLength:"1000"`
	}
}

func (s *Service) postUndo(ctx context.Context, in *postUndo) (Detail, error) {
	return s.after(ctx, in.ID, in.Match, func(version int64) error { return s.Undo(ctx, in.ID, version, in.Body.Reason) })
}

// after does something to a version of a proposal and shows what it has become.
func (s *Service) after(ctx context.Context, id kernel.ID, m web.Match, do func(version int64) error) (Detail, error) {
	version, err := m.Replaces()
	if err != nil {
		return Detail{}, err
	}
	if err := do(version); err != nil {
		return Detail{}, err
	}
	return s.Find(ctx, id)
}

type postDecisions struct {
	Body struct {
		Saying
		Proposals []choice `json:"proposals" minItems:"1" maxItems:"100"`
	}
}

// choice is the version of a proposal that somebody has seen.
type choice struct {
	ID      kernel.ID `json:"id"`
	Version int64     `json:"version"`
}

// Told is what became of one of several decisions, in words.
type Told struct {
	Outcome
	Key    string `json:"key,omitempty"    doc:"Why not: the text key"`
	Detail string `json:"detail,omitempty" doc:"Why not: the sentence"`
}

func (s *Service) postDecisions(ctx context.Context, in *postDecisions) ([]Told, error) {
	all := make([]Verdict, 0, len(in.Body.Proposals))
	for _, p := range in.Body.Proposals {
		all = append(all, Verdict{p.ID, p.Version, in.Body.Verdict == "approve", in.Body.Reason})
	}
	outcomes, err := s.DecideAll(ctx, all)
	told := make([]Told, 0, len(outcomes))
	for _, o := range outcomes {
		t := Told{Outcome: o}
		if o.Fault != nil {
			t.Key, t.Detail = o.Fault.Key, text.Say(ctx, o.Fault.Key, o.Fault.Args)
		}
		told = append(told, t)
	}
	return told, err
}
