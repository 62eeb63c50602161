// Package review decides how a month of visits and promises went, for each manager.
package review
