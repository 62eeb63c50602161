// Package lead decides which company may become a customer, who goes there first, and when a lead becomes a deal.
package lead
