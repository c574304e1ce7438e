package dev.plumbline.rule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Makes well-typed expressions over the shop's facts; the same seed makes the same ones. */
final class ExpressionMaker {

    private final Random random;
    private final List<String> variables = new ArrayList<>();
    private int names;

    ExpressionMaker(long seed) {
        this.random = new Random(seed);
    }

    String next() {
        variables.clear();
        names = 0;
        return switch (random.nextInt(6)) {
            case 0 -> number(4);
            case 1 -> text(4);
            case 2 -> texts(4);
            default -> truth(5);
        };
    }

    @SafeVarargs
    private <T> T one(T... items) {
        return items[random.nextInt(items.length)];
    }

    private String truth(int depth) {
        if (depth == 0) {
            return one(
                    "true", "false", "table.secured", "has(table.owner)", "has(table.columns)", "has(table.options.a)");
        }
        int d = depth - 1;
        return switch (random.nextInt(21)) {
            case 0, 1 -> "(" + truth(d) + " && " + truth(d) + ")";
            case 2, 3 -> "(" + truth(d) + " || " + truth(d) + ")";
            case 4 -> "!" + truth(0);
            case 5 -> "!(" + truth(d) + ")";
            case 6 -> "(" + number(d) + one(" == ", " != ", " < ", " <= ", " > ", " >= ") + number(d) + ")";
            case 7 -> "(" + text(d) + one(" == ", " != ", " < ", " >= ") + text(d) + ")";
            case 8 -> "(" + texts(d) + one(" == ", " != ") + texts(d) + ")";
            case 9 -> "(" + text(d) + " in " + texts(d) + ")";
            case 10 -> text(d) + "." + one("contains", "startsWith", "endsWith") + "(" + text(d) + ")";
            case 11 -> text(d) + ".matches('" + one("^[a-z_]+$", "o", "", "(a|b)*c", "\\\\d{2,}", "^.$") + "')";
            case 12 -> columns(d, one(".all", ".exists", ".exists_one"));
            case 13 -> loop(texts(d), one(".all", ".exists", ".exists_one"), d);
            case 14 -> "(" + truth(d) + " ? " + truth(d) + " : " + truth(d) + ")";
            case 15 -> one("snake_case", "ascii", "reserved") + "(" + text(d) + ")";
            case 16 -> one("subset", "intersects") + "(" + texts(d) + ", " + texts(d) + ")";
            case 17 -> "(" + text(d) + " in table.options)";
            case 18 -> "(" + real(d) + one(" < ", " >= ", " == ", " != ") + real(d) + ")";
            case 19 -> joined(d, ".exists");
            default -> "exists('" + one("table:public.orders", "column:public.nowhere.x", "nonsense") + "')";
        };
    }

    private String columns(int depth, String macro) {
        String name = "c" + names++;
        String list = one("table.columns", "target.columns", "table.indexes.filter(i, i.unique)");
        if (list.startsWith("table.indexes")) {
            return list + macro + "(" + name + ", " + one(name + ".valid", name + ".columns.size() > " + number(1))
                    + ")";
        }
        String condition = one(
                name + ".nullable",
                name + ".type == " + text(Math.min(depth, 1)),
                name + ".length > " + number(Math.min(depth, 1)),
                "has(" + name + ".default)",
                name + ".of_table.rows / " + name + ".length > 2",
                name + ".of_table == table",
                name + ".name == " + text(Math.min(depth, 1)));
        return list + macro + "(" + name + ", " + condition + ")";
    }

    private String loop(String list, String macro, int depth) {
        String name = "v" + names++;
        variables.add(name);
        String loop = list + macro + "(" + name + ", " + truth(Math.max(0, depth - 1)) + ")";
        variables.remove(name);
        return loop;
    }

    private String number(int depth) {
        if (depth == 0) {
            return one("0", "1", "-1", "2", "9223372036854775807", "table.rows", "(-9223372036854775807 - 1)");
        }
        int d = depth - 1;
        return switch (random.nextInt(9)) {
            case 0, 1 -> "(" + number(d) + one(" + ", " - ", " * ") + number(d) + ")";
            case 2 -> "(" + number(d) + one(" / ", " % ") + number(d) + ")";
            case 3 -> text(d) + ".size()";
            case 4 -> "size(" + texts(d) + ")";
            case 5 -> "-(" + number(d) + ")";
            case 6 -> "int(" + text(d) + ")";
            case 7 -> "int(" + real(d) + ")";
            default -> "(" + truth(d) + " ? " + number(d) + " : " + number(d) + ")";
        };
    }

    private String real(int depth) {
        if (depth == 0) {
            return one("0.0", "1.5", "-2.25", "1e300", "double(table.rows)");
        }
        int d = depth - 1;
        return switch (random.nextInt(4)) {
            case 0 -> "(" + real(d) + one(" + ", " - ", " * ", " / ") + real(d) + ")";
            case 1 -> "double(" + number(d) + ")";
            case 2 -> "double(" + text(d) + ")";
            default -> "-(" + real(d) + ")";
        };
    }

    private String text(int depth) {
        if (depth == 0) {
            if (!variables.isEmpty() && random.nextBoolean()) {
                return variables.get(random.nextInt(variables.size()));
            }
            return one(
                    "'id'",
                    "''",
                    "'orders'",
                    "'12'",
                    "'año'",
                    "table.name",
                    "table.schema",
                    "table.owner",
                    "table.comment",
                    "table.path",
                    "table.engine");
        }
        int d = depth - 1;
        return switch (random.nextInt(11)) {
            case 0 -> "(" + text(d) + " + " + text(d) + ")";
            case 1 -> "string(" + one(number(d), truth(d), text(d), real(d)) + ")";
            case 2 -> texts(d) + "[" + number(d) + "]";
            case 3 -> "table.options[" + text(d) + "]";
            case 4 -> "table.options." + one("a", "fillfactor", "missing");
            case 5 -> one("lower", "upper") + "(" + text(d) + ")";
            case 6 -> "join(" + texts(d) + ", " + text(0) + ")";
            case 7 -> text(d) + one(".trim()", ".replace('o', '00')");
            case 8 -> "table_at(" + one("'public.orders'", "'relative'", "'table:public.empty'", text(0)) + ").owner";
            case 9 -> "(" + truth(d) + " ? " + text(d) + " : " + text(d) + ")";
            default -> text(0);
        };
    }

    private String texts(int depth) {
        if (depth == 0) {
            return one(
                    "['id', 'total']",
                    "['a']",
                    "table.inherits",
                    "table.columns.map(x, x.name)",
                    "['', 'id', 'id']",
                    "target.tables.map(x, x.name)");
        }
        int d = depth - 1;
        return switch (random.nextInt(11)) {
            case 0 -> "(" + texts(d) + " + " + texts(d) + ")";
            case 1 -> "[" + text(d) + ", " + text(d) + "]";
            case 2 -> loop(texts(d), ".filter", d);
            case 3 -> {
                String list = texts(d);
                String name = "v" + names++;
                variables.add(name);
                String mapped = list + ".map(" + name + ", " + text(d) + ")";
                variables.remove(name);
                yield mapped;
            }
            case 4 -> one("distinct", "duplicates", "sorted") + "(" + texts(d) + ")";
            case 5 -> "words(" + text(d) + ")";
            case 6 -> text(d) + ".split(" + one("','", "'_'", "''") + ")";
            case 7 -> "without(" + texts(d) + ", " + texts(d) + ")";
            case 8 -> "first(" + texts(d) + ", " + number(0) + ")";
            case 9 -> joined(d, ".filter") + ".map(j, " + one("j.path", "j.name", "j.type") + ")";
            default -> texts(0);
        };
    }

    /** A loop that looks for columns that equal something; each part of its condition may be an error. */
    private String joined(int depth, String macro) {
        String name = "j" + names++;
        int d = Math.min(depth, 2);
        List<String> conditions = new ArrayList<>();
        conditions.add(one(
                name + ".name == " + text(d),
                text(d) + " == lower(" + name + ".type)",
                "[" + name + ".table, " + name + ".type] == [" + text(d) + ", 'text']",
                name + ".length == " + number(d),
                name + ".of_table.rows / " + name + ".length == table.rows",
                name + ".of_table == table"));
        for (int i = random.nextInt(3); i > 0; i--) {
            conditions.add(one(
                    name + ".nullable",
                    name + ".name == " + text(0),
                    name + ".of_table.rows / " + name + ".length > 0",
                    name + ".path != table.path",
                    name + ".length > " + number(d),
                    truth(d)));
        }
        Collections.shuffle(conditions, random);
        return one("target.columns", "target.columns.filter(x, x.nullable)", "project.columns", "table.columns") + macro
                + "(" + name + ", " + String.join(" && ", conditions) + ")";
    }
}
