package demo

import (
	"context"

	"erba/feature/assessment"
	"erba/feature/campaign"
	"erba/feature/opportunity"
	"erba/kernel"
	"erba/platform/app"
	"erba/platform/identity"
)

const (
	weighed  = 3 // of so many live deals somebody knows by what the customer decides
	campaned = 8 // … and of so many how they are worked on
)

// wanted are by what customers decide.
var wanted = []assessment.Criterion{
	{Name: "国产化证书", Formal: true, Mandatory: true, Milestone: "资格预审"},
	{Name: "交期 ≤ 90 天", Formal: true, Mandatory: true, Milestone: "商务评审"},
	{Name: "全寿命成本", Milestone: "技术澄清", Note: "要写进技术规范"},
	{Name: "单价", Formal: true, Milestone: "开标"},
	{Name: "驻场服务", Milestone: "技术澄清"},
	{Name: "与现车互换", Formal: true, Milestone: "样机试装"},
}

var met = []string{"same", "same", "better", "same", "better", "same", "worse", "same"}

// decide says of some live deals by what the customer decides, who cares, and how
// we and the others do.
func (d *dealer) decide(boss context.Context, k *app.Kit, courses []opportunity.Course, people map[kernel.ID][]kernel.ID) error {
	service, ctx := assessment.New(k), identity.Under(boss, "assessment:read")
	for n, c := range courses {
		if n%weighed != shownDeal%weighed || !c.Deal.Live() {
			continue
		}
		all, err := service.Criteria(ctx, c.Deal.ID)
		if err != nil {
			return err
		}
		for i, one := range wanted[:len(wanted)-n%3*flagged(n != shownDeal)] {
			one.Deal = c.Deal.ID
			one.Fits = append(one.Fits, assessment.Fit{Fit: met[(n+i)%len(met)]})
			for j, side := range all.Sides {
				one.Fits = append(one.Fits, assessment.Fit{Rival: side.ID, Fit: fitOf(n+i+j*4, one.Mandatory)})
			}
			for j, p := range people[c.Deal.Account] {
				if (i+j)%5 == 0 && len(one.Caring) < 3 {
					one.Caring = append(one.Caring, assessment.Caring{Contact: p})
				}
			}
			if _, err := service.Weigh(ctx, one); err != nil {
				return kernel.Within(c.Deal.Code, err)
			}
		}
	}
	return nil
}

// fitOf is how somebody else meets a criterion; only one that has to be met can be unmet.
func fitOf(n int, mandatory bool) string {
	if mandatory && n%3 == 0 {
		return "unmet"
	}
	return []string{"same", "worse", "better", "worse"}[n%4]
}

// found are what was found out in deals, by turns.
var found = []campaign.Asked{
	{Situation: "架修用进口轴承，备件周期十四周，线边存三个月", Problem: "两次因缺件停线，共 31 小时", Implication: "每停一小时约 4.2 万元，年底要考核检修及时率",
		Payoff: "交期压到九十天，一年少占用库存约 260 万元", Confirmed: "严部长在技术交流会上确认，纪要双方签字", Solution: "本地备件仓加驻场，首批 120 台分两次交付"},
	{Situation: "同型号三家轮流供货，质量标准不一", Problem: "换型时装配返工率 7%", Implication: "新产线节拍提高后返工会拖住交付", Payoff: "统一规格，返工率降到 2% 以下", Solution: "按现车接口做互换设计"},
	{Situation: "人工点检，每月一次", Problem: "主轴承两次突发失效", Implication: "", Payoff: "", Solution: ""},
}

// topics are what is talked about with people, by their layer.
var topics = map[string]string{"image": "集团国产化指标与行业示范", "decision": "全寿命成本与预算归口", "implementation": "互换接口与安装窗口", "usage": "换件频次与驻场响应", "": "目前的用法与不便"}

var nextSteps = []string{"请他主持一次技术澄清会", "送一份十年换件对照表", "约到厂里看试验台", "陪同去同类基地走访"}

// fightOn says of some live deals how they are worked on: what was found out, what
// comes next with whom, by what the customer buys, and what was learned so far.
func (d *dealer) fightOn(boss context.Context, k *app.Kit, courses []opportunity.Course) error {
	service, ctx := campaign.New(k), identity.Under(boss, "campaign:read")
	for n, c := range courses {
		if n%campaned != shownDeal%campaned || c.Deal.State != opportunity.Going {
			continue
		}
		b, err := service.Board(ctx, c.Deal.ID)
		if err != nil {
			return err
		}
		if b, err = service.Ask(ctx, c.Deal.ID, b.Sheet.Version, d.asked(n, b)); err != nil {
			return kernel.Within(c.Deal.Code, err)
		}
		if b, err = service.Weigh(ctx, c.Deal.ID, b.Sheet.Version, marksOf(n, b)); err != nil {
			return kernel.Within(c.Deal.Code, err)
		}
		if b.Next == "acting" && b.Missing == "" {
			if _, err := service.Enter(ctx, c.Deal.ID, b.Sheet.Version, b.Next); err != nil {
				return kernel.Within(c.Deal.Code, err)
			}
		}
		if n%(2*campaned) == shownDeal {
			if _, err := service.Learn(ctx, c.Deal.ID, "先和使用部门算停机损失，采购才愿意谈全寿命成本"); err != nil {
				return err
			}
		}
	}
	return nil
}

// asked is what was found out in a deal, and what is next with those who count.
func (d *dealer) asked(n int, b campaign.Board) campaign.Asked {
	a := found[n/campaned%len(found)]
	if n == shownDeal {
		a = found[0]
	}
	for i, p := range b.People {
		if (n+i)%4 == 3 {
			continue // nobody has thought of him
		}
		step := campaign.Step{Contact: p.Contact, Topic: topics[p.Layer]}
		if i%3 < 2 {
			step.Step, step.On = nextSteps[(n+i)%len(nextSteps)], d.today.Add(3+i*4)
		}
		a.Steps = append(a.Steps, step)
	}
	return a
}

// marksOf is by what the customer buys, how everybody does, and what he gains.
func marksOf(n int, b campaign.Board) (w campaign.Weighed) {
	for _, c := range b.Competitors {
		w.Competitors = append(w.Competitors, c.ID)
	}
	for i, f := range b.Factors {
		if (n+i)%5 == 4 {
			continue // nobody has asked
		}
		f.Influencer, f.Decider, f.Ours = 2+(n+i*3)%4, 2+(n+i*2)%4, 2+(n+i*5)%4
		for j := range f.Theirs {
			f.Theirs[j] = 2 + (n+i*3+j*2+1)%4
		}
		w.Factors = append(w.Factors, f)
	}
	w.Benefit, w.Running, w.Invested = new(int64(2_600_000_00)), new(int64(480_000_00)), new(int64(8_400_000_00))
	w.Attitudes = []string{"444353", "345434", "543445"}[n%3]
	return w
}
