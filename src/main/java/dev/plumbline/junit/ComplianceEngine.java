package dev.plumbline.junit;

import dev.plumbline.audit.Audit;
import dev.plumbline.audit.Configuration;
import dev.plumbline.audit.Progress;
import dev.plumbline.report.AuditResult;
import dev.plumbline.rule.Judgement;
import dev.plumbline.rule.Verdict;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;
import org.junit.platform.engine.support.discovery.EngineDiscoveryRequestResolver;
import org.junit.platform.engine.support.discovery.SelectorResolver;

/**
 * Runs the audit of a class annotated with {@link Compliance}. A rule that fails, breaks, is in conflict or has no
 * evidence is a failed test; one that is waived, frozen or about nothing that was read is a skipped one.
 */
public final class ComplianceEngine implements TestEngine {

    private static final String ID = "plumbline";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId uniqueId) {
        EngineDescriptor engine = new EngineDescriptor(uniqueId, "Plumbline");
        EngineDiscoveryRequestResolver.<EngineDescriptor>builder()
                .addClassContainerSelectorResolver(type -> type.isAnnotationPresent(Compliance.class))
                .addSelectorResolver(context -> new Suites(context.getClassNameFilter()))
                .build()
                .resolve(request, engine);
        return engine;
    }

    /** Turns selected classes into suites. */
    private record Suites(java.util.function.Predicate<String> names) implements SelectorResolver {
        @Override
        public Resolution resolve(org.junit.platform.engine.discovery.ClassSelector selector, Context context) {
            Class<?> type = selector.getJavaClass();
            if (!type.isAnnotationPresent(Compliance.class) || !names.test(type.getName())) {
                return Resolution.unresolved();
            }
            return context.addToParent(parent ->
                            Optional.of(new Suite(parent.getUniqueId().append("suite", type.getName()), type)))
                    .map(suite -> Resolution.match(Match.exact(suite)))
                    .orElse(Resolution.unresolved());
        }
    }

    @Override
    public void execute(ExecutionRequest request) {
        EngineExecutionListener listener = request.getEngineExecutionListener();
        TestDescriptor root = request.getRootTestDescriptor();
        listener.executionStarted(root);
        for (TestDescriptor child : root.getChildren()) {
            run((Suite) child, listener);
        }
        listener.executionFinished(root, TestExecutionResult.successful());
    }

    private static void run(Suite suite, EngineExecutionListener listener) {
        listener.executionStarted(suite);
        try {
            Compliance compliance = suite.type.getAnnotation(Compliance.class);
            Configuration configuration = Configuration.read(Path.of(compliance.configuration()), System.getenv());
            AuditResult result;
            try (Audit audit = new Audit(configuration, Progress.SILENT)) {
                result = audit.run(List.of(compliance.targets()), false);
            }
            Map<String, Node> targets = new LinkedHashMap<>();
            for (Judgement judgement : result.judgements()) {
                Node target = targets.computeIfAbsent(judgement.target(), name -> {
                    Node node = new Node(suite, "target", name, name, TestDescriptor.Type.CONTAINER);
                    listener.dynamicTestRegistered(node);
                    listener.executionStarted(node);
                    return node;
                });
                report(judgement, target, listener);
            }
            targets.values().forEach(t -> listener.executionFinished(t, TestExecutionResult.successful()));
            boolean judged = !result.judgements().isEmpty();
            listener.executionFinished(
                    suite,
                    judged
                            ? TestExecutionResult.successful()
                            : TestExecutionResult.failed(
                                    new AssertionError("no rule was judged: that is no compliance")));
        } catch (RuntimeException e) {
            listener.executionFinished(suite, TestExecutionResult.failed(e));
        }
    }

    private static void report(Judgement judgement, Node target, EngineExecutionListener listener) {
        String id = judgement.rule().id();
        Node test = new Node(target, "rule", id, id, TestDescriptor.Type.TEST);
        listener.dynamicTestRegistered(test);
        Verdict.Outcome outcome = judgement.outcome();
        if (judgement.informs()) {
            listener.executionSkipped(test, "for information: " + text(judgement));
            return;
        }
        switch (outcome) {
            case WAIVED, FROZEN, NOT_APPLICABLE -> listener.executionSkipped(test, outcome.word());
            case PASS -> {
                listener.executionStarted(test);
                listener.executionFinished(test, TestExecutionResult.successful());
            }
            case FAIL, NO_EVIDENCE, CONFLICT, ERROR -> {
                listener.executionStarted(test);
                listener.executionFinished(test, TestExecutionResult.failed(new AssertionError(text(judgement))));
            }
        }
    }

    private static String text(Judgement judgement) {
        return judgement.outcome().word() + ": " + judgement.rule().title().en() + System.lineSeparator()
                + judgement.findings().stream()
                        .map(f -> f.outcome().word() + " " + f.path() + ": "
                                + f.message().en())
                        .collect(Collectors.joining(System.lineSeparator()));
    }

    /** An annotated class. */
    private static final class Suite extends AbstractTestDescriptor {
        private final Class<?> type;

        Suite(UniqueId id, Class<?> type) {
            super(id, type.getSimpleName(), ClassSource.from(type));
            this.type = type;
        }

        @Override
        public Type getType() {
            return Type.CONTAINER;
        }

        @Override
        public boolean mayRegisterTests() {
            return true;
        }
    }

    /** A target or a rule, found while running. */
    private static final class Node extends AbstractTestDescriptor {
        private final Type type;

        Node(TestDescriptor parent, String segment, String name, String shown, Type type) {
            super(
                    parent.getUniqueId().append(segment, name),
                    shown,
                    parent.getSource().orElse(null));
            this.type = type;
            parent.addChild(this);
        }

        @Override
        public Type getType() {
            return type;
        }
    }
}
